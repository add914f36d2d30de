// The work takes the lock always.
#include "kernel.h"
#include "poll.h"

void poll_stop(struct poller *poller)
{
	mutex_lock(&poller->lock);	// 1.1 holds poller.lock
	poller->stopping = true;
	cancel_work_sync(&poller->work);	// 1.2 waits poller.work
					// BUG wait-under-lock: poller.lock -> poller.work -> poller.lock
	mutex_unlock(&poller->lock);
}
//--- poll.h
struct poller {
	struct work_struct work;
	struct mutex lock;
	bool stopping;
	int polls;
};
//--- poll.c
#include "kernel.h"
#include "poll.h"

static void poll_work(struct work_struct *work)	// 2.2 holds poller.work
{
	struct poller *poller = container_of(work, struct poller, work);

	mutex_lock(&poller->lock);	// 2.3 wants poller.lock
	poller->polls++;
	mutex_unlock(&poller->lock);
}

void poll_setup(struct poller *poller)
{
	INIT_WORK(&poller->work, poll_work);	// 2.1 starts poll_work
}
