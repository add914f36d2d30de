// A function holds a spinlock and calls another that takes it.
#include "kernel.h"
static DEFINE_SPINLOCK(hosts_lock);
static LIST_HEAD(hosts);

static noinline bool hosts_empty(void)
{
	bool empty;

	spin_lock(&hosts_lock);	// 1.3 wants hosts_lock
	empty = list_empty(&hosts);
	spin_unlock(&hosts_lock);
	return empty;
}

void hosts_wake(struct task_struct *task)
{
	spin_lock(&hosts_lock);	// 1.1 holds hosts_lock
	if (!hosts_empty())	// 1.2 calls hosts_empty
				// BUG double-lock: hosts_lock
		wake_up_process(task);
	spin_unlock(&hosts_lock);
}
