// The caller waits for a completion under the lock that the work takes before it completes.
#include "kernel.h"
#include <linux/completion.h>
#include "probe.h"

static void probe_run(struct work_struct *work)	// 2.2 holds probe.done
{
	struct probe *probe = container_of(work, struct probe, work);

	mutex_lock(&probe->lock);	// 2.3 wants probe.lock
	probe->result = 0;
	mutex_unlock(&probe->lock);
	complete(&probe->done);
}

void probe_setup(struct probe *probe)
{
	INIT_WORK(&probe->work, probe_run);	// 2.1 starts probe_run
}
//--- probe.h
struct probe {
	struct work_struct work;
	struct completion done;
	struct mutex lock;
	int result;
};
//--- wait.c
#include "kernel.h"
#include <linux/completion.h>
#include "probe.h"

void probe_wait(struct probe *probe)
{
	mutex_lock(&probe->lock);	// 1.1 holds probe.lock
	wait_for_completion(&probe->done);	// 1.2 waits probe.done
					// BUG wait-under-lock: probe.lock -> probe.done -> probe.lock
	mutex_unlock(&probe->lock);
}
