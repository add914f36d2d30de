// One case of a switch returns with the lock held.
#include "kernel.h"
struct timer_chip {
	struct mutex lock;
	unsigned int rate, mode;
};

int chip_ioctl(struct timer_chip *chip, unsigned int cmd, unsigned int arg)
{
	int err = 0;

	mutex_lock(&chip->lock);	// 1.1 holds timer_chip.lock
	switch (cmd) {
	case 1:
		chip->rate = arg;
		break;
	case 2:
		chip->mode = arg;
		break;
	default:
		return -ENOTTY;
					// BUG lock-balance: timer_chip.lock
	}
	mutex_unlock(&chip->lock);	// 2.1 releases timer_chip.lock
	return err;
}
