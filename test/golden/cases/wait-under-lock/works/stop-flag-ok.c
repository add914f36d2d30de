// The work takes the lock unless it is told to stop, which is so before the wait.
// CLEAN
#include "kernel.h"
#include "poll.h"

void poll_stop(struct poller *poller)
{
	mutex_lock(&poller->lock);
	poller->stopping = true;
	cancel_work_sync(&poller->work);
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

static void poll_work(struct work_struct *work)
{
	struct poller *poller = container_of(work, struct poller, work);

	while (!mutex_trylock(&poller->lock)) {
		if (READ_ONCE(poller->stopping))
			return;
		cpu_relax();
	}
	poller->polls++;
	mutex_unlock(&poller->lock);
}

void poll_setup(struct poller *poller)
{
	INIT_WORK(&poller->work, poll_work);
}
