// The wrapper of another file returns with the spinlock held, under which one does not sleep.
// CLEAN
#include "kernel.h"
#include "bank.h"

void bank_move(struct bank *bank)
{
	bank_lock(bank);
	bank->total = 0;
	bank_unlock(bank);
	mutex_lock(&bank->audit);
	mutex_unlock(&bank->audit);
}
//--- bank.h
struct bank {
	spinlock_t lock;
	struct mutex audit;
	int total;
};
void bank_lock(struct bank *bank);
void bank_unlock(struct bank *bank);
//--- lock.c
#include "kernel.h"
#include "bank.h"

void bank_lock(struct bank *bank)
{
	spin_lock(&bank->lock);
}

void bank_unlock(struct bank *bank)
{
	spin_unlock(&bank->lock);
}
