// The function that waits keeps the mutex of its caller, that the work takes.
#include "kernel.h"
#include "tuner.h"

void tuner_set(struct tuner *tuner, int channel)
{
	mutex_lock(&tuner->lock);	// 1.1 holds tuner.lock
	tuner_stop(tuner);		// 1.2 calls tuner_stop
					// BUG wait-under-lock: tuner.lock -> tuner.scan -> tuner.lock
	tuner->channel = channel;
	mutex_unlock(&tuner->lock);
}
//--- tuner.h
struct tuner {
	struct work_struct scan;
	struct mutex lock;
	int channel;
};
void tuner_stop(struct tuner *tuner);
//--- stop.c
#include "kernel.h"
#include "tuner.h"

void tuner_stop(struct tuner *tuner)
{
	cancel_work_sync(&tuner->scan);	// 1.3 waits tuner.scan
}

static void tuner_scan(struct work_struct *work)	// 2.2 holds tuner.scan
{
	struct tuner *tuner = container_of(work, struct tuner, scan);

	mutex_lock(&tuner->lock);	// 2.3 wants tuner.lock
	tuner->channel++;
	mutex_unlock(&tuner->lock);
}

void tuner_setup(struct tuner *tuner)
{
	INIT_WORK(&tuner->scan, tuner_scan);	// 2.1 starts tuner_scan
}
