// A function is in rcu_read_lock() and calls another that is so, too: that may nest.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(hosts_lock);
static LIST_HEAD(hosts);

static noinline bool hosts_empty(void)
{
	bool empty;

	rcu_read_lock();
	empty = list_empty(&hosts);
	rcu_read_unlock();
	return empty;
}

void hosts_wake(struct task_struct *task)
{
	rcu_read_lock();
	if (!hosts_empty())
		wake_up_process(task);
	rcu_read_unlock();
}
