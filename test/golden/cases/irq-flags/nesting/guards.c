// A guard inside another turns interrupts on at its end.
#include "kernel.h" // MISS irq-flags: x
struct timer_bank {
	spinlock_t lock, queue_lock;
	int armed;
};

void bank_arm(struct timer_bank *bank)
{
	guard(spinlock_irqsave)(&bank->lock);
	scoped_guard(spinlock_irq, &bank->queue_lock)
		bank->armed++;
}
