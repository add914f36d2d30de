// The callback runs under the lock of the account that it is given and takes the ledger's, the audit the other way round.
#include "kernel.h"
#include "bank.h"
static DEFINE_MUTEX(ledger);

static void account_close(struct account *account)
{
	mutex_lock(&ledger);		// 1.4 wants ledger
	account->balance = 0;
	mutex_unlock(&ledger);
}

void bank_close(struct account *account)
{
	account_locked(account, account_close);	// 1.1 calls account_locked
}

void bank_audit(struct account *account)
{
	mutex_lock(&ledger);		// 2.1 holds ledger
	mutex_lock(&account->lock);	// 2.2 wants account.lock
	account->balance = 0;
	mutex_unlock(&account->lock);
	mutex_unlock(&ledger);
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
	mutex_lock(&account->lock);	// 1.2 holds account.lock
	function(account);		// 1.3 calls account_close
					// BUG lock-order: account.lock -> ledger -> account.lock
	mutex_unlock(&account->lock);
}
