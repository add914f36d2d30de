// Two variables are restored in the wrong order: interrupts come on inside, and stay off at the end.
#include "kernel.h" // MISS irq-flags: x
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
	spin_unlock_irqrestore(&audio->lock, inner);
}
