// The iterator calls back under its lock, and this callback takes the other one.
#include "kernel.h"
static DEFINE_MUTEX(list_lock);
static DEFINE_MUTEX(log_lock);

static noinline void for_each_item(void (*function)(int))
{
	mutex_lock(&list_lock);
	function(1);
				// MISS lock-order: list_lock -> log_lock -> list_lock;
				//    a callback argument is not followed into the function that calls it
	mutex_unlock(&list_lock);
}

static void log_item(int item)
{
	mutex_lock(&log_lock);
	mutex_unlock(&log_lock);
}

void log_all(void)
{
	for_each_item(log_item);
}

void log_flush(void)
{
	mutex_lock(&log_lock);
	mutex_lock(&list_lock);
	mutex_unlock(&list_lock);
	mutex_unlock(&log_lock);
}
