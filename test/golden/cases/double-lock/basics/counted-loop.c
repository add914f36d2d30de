// Behind a loop that goes round four times the lock is taken twice.
#include "kernel.h"
struct mixer {
	spinlock_t lock;
	int volume[4];
};

void mixer_mute(struct mixer *mixer)
{
	int i;

	spin_lock(&mixer->lock);	// 1.1 holds mixer.lock
	for (i = 0; i < 4; i++)
		mixer->volume[i] = 0;
	spin_lock(&mixer->lock);	// 1.2 wants mixer.lock
				// BUG double-lock: mixer.lock
	spin_unlock(&mixer->lock);
}
