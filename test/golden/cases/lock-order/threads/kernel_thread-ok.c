// The module of the articles on deadlocks, corrected.
// CLEAN
#include "kernel.h"
#include <linux/sched/task.h>
static struct semaphore sem1 = __SEMAPHORE_INITIALIZER(sem1, 1);
static struct semaphore sem2 = __SEMAPHORE_INITIALIZER(sem2, 1);

static int bad_function(void *unused)
{
	down(&sem1);
	down(&sem2);
	up(&sem2);
	up(&sem1);
	return 0;
}

static int another_function(void *unused)
{
	down(&sem1);
	down(&sem2);
	up(&sem2);
	up(&sem1);
	return 0;
}

static int __init deadlock_init(void)
{
	user_mode_thread(bad_function, NULL, 0);
	user_mode_thread(another_function, NULL, 0);
	return 0;
}
module_init(deadlock_init);
MODULE_LICENSE("GPL");
