// A global thread is stopped under the semaphore that it takes.
#include "kernel.h"
#include "daemon.h"
DEFINE_SEMAPHORE(daemon_sem, 1);
struct task_struct *daemon_task;

static int daemon_thread(void *unused)	// 2.2 holds daemon_task*
{
	down(&daemon_sem);		// 2.3 wants daemon_sem
	daemon_runs++;
	up(&daemon_sem);
	return 0;
}

void daemon_start(void)
{
	daemon_task = kthread_run(daemon_thread, NULL, "daemon");	// 2.1 starts daemon_thread
}
//--- daemon.h
extern struct semaphore daemon_sem;
extern struct task_struct *daemon_task;
extern int daemon_runs;
//--- stop.c
#include "kernel.h"
#include "daemon.h"
int daemon_runs;

void daemon_stop(void)
{
	down(&daemon_sem);		// 1.1 holds daemon_sem
	kthread_stop(daemon_task);	// 1.2 waits daemon_task*
					// BUG wait-under-lock low: daemon_sem -> daemon_task* -> daemon_sem; the
					//    thread is reached through a stored pointer
	daemon_runs = 0;
	up(&daemon_sem);
}
