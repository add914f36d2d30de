// The function that waits gives back meanwhile the mutex of its caller, that the work takes.
// CLEAN
#include "kernel.h"
#include "tuner.h"

void tuner_set(struct tuner *tuner, int channel)
{
	mutex_lock(&tuner->lock);
	tuner_stop(tuner);
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
	mutex_unlock(&tuner->lock);
	cancel_work_sync(&tuner->scan);
	mutex_lock(&tuner->lock);
}

static void tuner_scan(struct work_struct *work)
{
	struct tuner *tuner = container_of(work, struct tuner, scan);

	mutex_lock(&tuner->lock);
	tuner->channel++;
	mutex_unlock(&tuner->lock);
}

void tuner_setup(struct tuner *tuner)
{
	INIT_WORK(&tuner->scan, tuner_scan);
}
