// Two variables are restored in the wrong order: interrupts come on inside, and stay off at the end.
#include "kernel.h"
struct audio {
	spinlock_t lock, period_lock;
	int periods;
};

void audio_tick(struct audio *audio)
{
	unsigned long flags, inner;

	spin_lock_irqsave(&audio->lock, flags);
	spin_lock_irqsave(&audio->period_lock, inner);
	audio->periods++;
	spin_unlock_irqrestore(&audio->period_lock, flags);
				// MISS irq-flags: what is restored is found by its variable, in any
				//    order
	spin_unlock_irqrestore(&audio->lock, inner);
}
