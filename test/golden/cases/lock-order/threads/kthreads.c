// Two kernel threads take two semaphores in opposite orders.
#include "kernel.h"
static struct semaphore first = __SEMAPHORE_INITIALIZER(first, 1);
static struct semaphore second = __SEMAPHORE_INITIALIZER(second, 1);

static int reader(void *unused)
{
	while (!kthread_should_stop()) {
		down(&first);			// 1.2 holds first
		down(&second);			// 1.3 wants second
						// BUG lock-order: first -> second -> first
		up(&second);
		up(&first);
	}
	return 0;
}

static int writer(void *unused)
{
	while (!kthread_should_stop()) {
		down(&second);			// 2.2 holds second
		down(&first);			// 2.3 wants first
		up(&first);
		up(&second);
	}
	return 0;
}

static int __init start(void)
{
	kthread_run(reader, NULL, "reader");	// 1.1 starts reader
	kthread_run(writer, NULL, "writer");	// 2.1 starts writer
	return 0;
}
module_init(start);
MODULE_LICENSE("GPL");
