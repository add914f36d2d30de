// A global thread is stopped before the semaphore that it takes is.
// CLEAN
#include "kernel.h"
#include "daemon.h"
DEFINE_SEMAPHORE(daemon_sem, 1);
struct task_struct *daemon_task;

static int daemon_thread(void *unused)
{
	down(&daemon_sem);
	daemon_runs++;
	up(&daemon_sem);
	return 0;
}

void daemon_start(void)
{
	daemon_task = kthread_run(daemon_thread, NULL, "daemon");
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
	kthread_stop(daemon_task);
	down(&daemon_sem);
	daemon_runs = 0;
	up(&daemon_sem);
}
