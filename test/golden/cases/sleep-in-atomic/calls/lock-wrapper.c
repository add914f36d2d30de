// The wrapper of another file returns with the spinlock held, under which one sleeps.
#include "kernel.h"
#include "bank.h"

void bank_move(struct bank *bank)
{
	bank_lock(bank);		// 1.1 calls bank_lock
	bank->total = 0;
	mutex_lock(&bank->audit);	// 1.3 sleeps mutex_lock()
					// BUG sleep-in-atomic: mutex_lock() in bank.lock
	mutex_unlock(&bank->audit);
	bank_unlock(bank);
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
	spin_lock(&bank->lock);		// 1.2 holds bank.lock
}

void bank_unlock(struct bank *bank)
{
	spin_unlock(&bank->lock);
}
