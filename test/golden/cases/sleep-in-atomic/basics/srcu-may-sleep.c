// A reader of RCU takes a mutex.
#include "kernel.h"
#include <linux/srcu.h>
DEFINE_STATIC_SRCU(hooks);
void hook_run(void);

void hooks_call(void)
{
	rcu_read_lock();		// 1.1 holds rcu_read_lock
	hook_run();			// 1.2 calls hook_run
					// BUG sleep-in-atomic: mutex_lock() in rcu_read_lock
	rcu_read_unlock();
}
//--- hook.c
#include "kernel.h"
static DEFINE_MUTEX(hook_lock);

void hook_run(void)
{
	mutex_lock(&hook_lock);		// 1.3 sleeps mutex_lock()
	mutex_unlock(&hook_lock);
}
