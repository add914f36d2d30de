// The flags are saved, and at the end interrupts are enabled instead.
#include "kernel.h"
struct button {
	spinlock_t lock;
	int presses;
};

void button_press(struct button *button)
{
	unsigned long flags;

	spin_lock_irqsave(&button->lock, flags);	// 1.1 holds hardirqs-off
	button->presses++;
	spin_unlock_irq(&button->lock);			// 1.2 releases hardirqs-off
							// BUG irq-flags low: hardirqs-off; that is
							//    right where interrupts are known to be
							//    on before
}
