// The flags are restored on a path that never saved them.
#include "kernel.h"
struct led {
	spinlock_t lock;
	int state;
};

void led_set(struct led *led, int state)
{
	unsigned long flags;

	spin_lock(&led->lock);
	led->state = state;
	spin_unlock_irqrestore(&led->lock, flags);	// 1.1 releases hardirqs-off
							// BUG irq-flags: hardirqs-off
}
