// The same callback is given to an iterator with a lock.
#include "kernel.h"
#include "each.h"
DEFINE_MUTEX(pool);
static DEFINE_MUTEX(log);

static void log_port(int port)
{
	mutex_lock(&log);		// 2.5 wants log
	mutex_unlock(&log);
}

static void count_port(int port)
{
}

void log_ports(void)
{
	for_each_port(log_port);
	for_each_pooled_port(log_port);	// 2.1 calls for_each_pooled_port
}

void log_trim(void)
{
	mutex_lock(&log);		// 1.1 holds log
	mutex_lock(&pool);		// 1.2 wants pool
					// BUG lock-order: log -> pool -> log
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
	function(1);			// 2.4 calls log_port
}

void for_each_pooled_port(void (*function)(int port))
{
	mutex_lock(&pool);		// 2.2 holds pool
	for_each_port(function);	// 2.3 calls for_each_port
	mutex_unlock(&pool);
}
