// The iterator calls back under its lock, and this callback takes the other one.
#include "kernel.h"
static DEFINE_MUTEX(list_lock);
static DEFINE_MUTEX(log_lock);

static noinline void for_each_item(void (*function)(int))
{
	mutex_lock(&list_lock);		// 1.2 holds list_lock
	function(1);			// 1.3 calls log_item
				// BUG lock-order: list_lock -> log_lock -> list_lock
	mutex_unlock(&list_lock);
}

static void log_item(int item)
{
	mutex_lock(&log_lock);		// 1.4 wants log_lock
	mutex_unlock(&log_lock);
}

void log_all(void)
{
	for_each_item(log_item);	// 1.1 calls for_each_item
}

void log_flush(void)
{
	mutex_lock(&log_lock);		// 2.1 holds log_lock
	mutex_lock(&list_lock);		// 2.2 wants list_lock
	mutex_unlock(&list_lock);
	mutex_unlock(&log_lock);
}
