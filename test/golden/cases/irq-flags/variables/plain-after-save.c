// The flags are saved, and at the end interrupts are enabled instead.
#include "kernel.h" // MISS irq-flags: x
struct button {
	spinlock_t lock;
	int presses;
};

void button_press(struct button *button)
{
	unsigned long flags;

	spin_lock_irqsave(&button->lock, flags);
	button->presses++;
	spin_unlock_irq(&button->lock);
}
