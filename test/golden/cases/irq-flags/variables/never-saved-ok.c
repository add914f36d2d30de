// The flags are restored on the path that saved them.
// CLEAN
#include "kernel.h"
struct led {
	spinlock_t lock;
	int state;
};

void led_set(struct led *led, int state)
{
	unsigned long flags;

	spin_lock_irqsave(&led->lock, flags);
	led->state = state;
	spin_unlock_irqrestore(&led->lock, flags);
}
