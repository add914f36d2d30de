// A guard inside another leaves interrupts alone.
// CLEAN
#include "kernel.h"
struct timer_bank {
	spinlock_t lock, queue_lock;
	int armed;
};

void bank_arm(struct timer_bank *bank)
{
	guard(spinlock_irqsave)(&bank->lock);
	scoped_guard(spinlock, &bank->queue_lock)
		bank->armed++;
}
