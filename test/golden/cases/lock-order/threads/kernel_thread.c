// The module of the articles on deadlocks, with kernel_thread as it is declared today.
#include "kernel.h"
#include <linux/sched/task.h>
static struct semaphore sem1 = __SEMAPHORE_INITIALIZER(sem1, 1);
static struct semaphore sem2 = __SEMAPHORE_INITIALIZER(sem2, 1);

static int bad_function(void *unused)
{
	down(&sem1);				// 1.2 holds sem1
	down(&sem2);				// 1.3 wants sem2
						// BUG lock-order: sem1 -> sem2 -> sem1
	up(&sem2);
	up(&sem1);
	return 0;
}

static int another_function(void *unused)
{
	down(&sem2);				// 2.2 holds sem2
	down(&sem1);				// 2.3 wants sem1
	up(&sem1);
	up(&sem2);
	return 0;
}

static int __init deadlock_init(void)
{
	user_mode_thread(bad_function, NULL, 0);	// 1.1 starts bad_function
	user_mode_thread(another_function, NULL, 0);	// 2.1 starts another_function
	return 0;
}
module_init(deadlock_init);
MODULE_LICENSE("GPL");
