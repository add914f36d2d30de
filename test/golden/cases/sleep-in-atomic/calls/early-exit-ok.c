// On the error path the function returns with the spinlock given back, and its caller sleeps there.
// CLEAN
#include "kernel.h"
#include "job.h"

void job_run(struct job *job)
{
	if (job_begin(job)) {
		job_wait(job);
		return;
	}
	job_end(job);
}
//--- job.h
struct job {
	spinlock_t lock;
	wait_queue_head_t idle;
	bool busy;
};
int job_begin(struct job *job);
void job_end(struct job *job);
void job_wait(struct job *job);
//--- begin.c
#include "kernel.h"
#include "job.h"

int job_begin(struct job *job)
{
	spin_lock(&job->lock);
	if (job->busy) {
		spin_unlock(&job->lock);
		return -EBUSY;
	}
	return 0;
}

void job_end(struct job *job)
{
	spin_unlock(&job->lock);
}
//--- wait.c
#include "kernel.h"
#include "job.h"

void job_wait(struct job *job)
{
	wait_event(job->idle, !job->busy);
}
