// On the error path the function returns with the spinlock held, and its caller sleeps there.
#include "kernel.h"
#include "job.h"

void job_run(struct job *job)
{
	if (job_begin(job)) {		// 1.1 calls job_begin
		job_wait(job);		// 1.3 calls job_wait
					// BUG sleep-in-atomic: wait_event() in job.lock
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
	spin_lock(&job->lock);		// 1.2 holds job.lock
	if (job->busy) {
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
	wait_event(job->idle, !job->busy);	// 1.4 sleeps wait_event()
}
