// A guard inside another turns interrupts on at its end.
#include "kernel.h"
struct timer_bank {
	spinlock_t lock, queue_lock;
	int armed;
};

void bank_arm(struct timer_bank *bank)
{
	guard(spinlock_irqsave)(&bank->lock);
	scoped_guard(spinlock_irq, &bank->queue_lock)
				// MISS irq-flags: a callee that ends a region of its caller, here
				//    the destructor, is taken to restore
		bank->armed++;
}
