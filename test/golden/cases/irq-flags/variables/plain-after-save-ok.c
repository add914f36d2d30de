// The flags are saved and restored.
// CLEAN
#include "kernel.h"
struct button {
	spinlock_t lock;
	int presses;
};

void button_press(struct button *button)
{
	unsigned long flags;

	spin_lock_irqsave(&button->lock, flags);
	button->presses++;
	spin_unlock_irqrestore(&button->lock, flags);
}
