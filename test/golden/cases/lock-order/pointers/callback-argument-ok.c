// The iterator calls back under its lock, and this callback takes none.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(list_lock);
static DEFINE_MUTEX(log_lock);

static noinline void for_each_item(void (*function)(int))
{
	mutex_lock(&list_lock);
	function(1);
	mutex_unlock(&list_lock);
}

static void log_item(int item)
{
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
