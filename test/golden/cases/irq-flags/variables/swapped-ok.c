// Two variables are restored in the reverse of the order in which they were saved.
// CLEAN
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
	spin_unlock_irqrestore(&audio->period_lock, inner);
	spin_unlock_irqrestore(&audio->lock, flags);
}
