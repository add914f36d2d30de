// Two kernel threads take two semaphores in one order.
// CLEAN
#include "kernel.h"
static struct semaphore first = __SEMAPHORE_INITIALIZER(first, 1);
static struct semaphore second = __SEMAPHORE_INITIALIZER(second, 1);

static int reader(void *unused)
{
	while (!kthread_should_stop()) {
		down(&first);
		down(&second);
		up(&second);
		up(&first);
	}
	return 0;
}

static int writer(void *unused)
{
	while (!kthread_should_stop()) {
		down(&first);
		down(&second);
		up(&second);
		up(&first);
	}
	return 0;
}

static int __init start(void)
{
	kthread_run(reader, NULL, "reader");
	kthread_run(writer, NULL, "writer");
	return 0;
}
module_init(start);
MODULE_LICENSE("GPL");
