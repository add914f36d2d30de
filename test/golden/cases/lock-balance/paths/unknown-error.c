// What a function of another module returns as an error is returned with the lock held.
#include "kernel.h"
struct tuner {
	struct mutex lock;
	int frequency;
};

int tuner_program(int frequency);

int tuner_tune(struct tuner *tuner, int frequency)
{
	int err;

	mutex_lock(&tuner->lock);	// 1.1 holds tuner.lock
	err = tuner_program(frequency);
	if (err)
		return err;
				// BUG lock-balance low: tuner.lock; nothing says that the result is
				//    negative, a positive one may tell the caller of the lock
	tuner->frequency = frequency;
	mutex_unlock(&tuner->lock);	// 2.1 releases tuner.lock
	return 0;
}
