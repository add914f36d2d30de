// The callback that takes the lock is given to the iterator without a lock only.
// CLEAN
#include "kernel.h"
#include "each.h"
DEFINE_MUTEX(pool);
static DEFINE_MUTEX(log);

static void log_port(int port)
{
	mutex_lock(&log);
	mutex_unlock(&log);
}

static void count_port(int port)
{
}

void log_ports(void)
{
	for_each_port(log_port);
	for_each_pooled_port(count_port);
}

void log_trim(void)
{
	mutex_lock(&log);
	mutex_lock(&pool);
	mutex_unlock(&pool);
	mutex_unlock(&log);
}
//--- each.h
extern struct mutex pool;
void for_each_port(void (*function)(int port));
void for_each_pooled_port(void (*function)(int port));
//--- each.c
#include "kernel.h"
#include "each.h"

void for_each_port(void (*function)(int port))
{
	function(1);
}

void for_each_pooled_port(void (*function)(int port))
{
	mutex_lock(&pool);
	for_each_port(function);
	mutex_unlock(&pool);
}
