// The callback runs under the lock of the account that it is given and takes the ledger's, the audit in the same order.
// CLEAN
#include "kernel.h"
#include "bank.h"
static DEFINE_MUTEX(ledger);

static void account_close(struct account *account)
{
	mutex_lock(&ledger);
	account->balance = 0;
	mutex_unlock(&ledger);
}

void bank_close(struct account *account)
{
	account_locked(account, account_close);
}

void bank_audit(struct account *account)
{
	mutex_lock(&account->lock);
	mutex_lock(&ledger);
	account->balance = 0;
	mutex_unlock(&ledger);
	mutex_unlock(&account->lock);
}
//--- bank.h
struct account {
	struct mutex lock;
	int balance;
};
void account_locked(struct account *account, void (*function)(struct account *));
//--- locked.c
#include "kernel.h"
#include "bank.h"

void account_locked(struct account *account, void (*function)(struct account *))
{
	mutex_lock(&account->lock);
	function(account);
	mutex_unlock(&account->lock);
}
