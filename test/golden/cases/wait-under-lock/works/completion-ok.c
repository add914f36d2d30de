// The caller waits for a completion under the lock that the work takes after it completes.
// CLEAN
#include "kernel.h"
#include <linux/completion.h>
#include "probe.h"

static void probe_run(struct work_struct *work)
{
	struct probe *probe = container_of(work, struct probe, work);

	complete(&probe->done);
	mutex_lock(&probe->lock);
	probe->result = 0;
	mutex_unlock(&probe->lock);
}

void probe_setup(struct probe *probe)
{
	INIT_WORK(&probe->work, probe_run);
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
	mutex_lock(&probe->lock);
	wait_for_completion(&probe->done);
	mutex_unlock(&probe->lock);
}
