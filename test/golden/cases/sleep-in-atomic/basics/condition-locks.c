// The condition of a wait returns with the lock when it is true; a second wait begins with it.
#include "kernel.h"
#include <linux/spinlock.h>
#include <linux/wait.h>
#include "bars.h"

DEFINE_SPINLOCK(bars_lock);

void bar_reserve(wait_queue_head_t *queue)
{
	wait_event(*queue, bar_find_and_lock() >= 0);	// 1.1 calls bar_find_and_lock
	wait_event(*queue, !bars_busy);	// 1.3 sleeps wait_event()
					// BUG sleep-in-atomic: wait_event() in bars_lock
	spin_unlock(&bars_lock);
}
//--- bars.h
extern spinlock_t bars_lock;
extern int bars_free, bars_busy;
int bar_find_and_lock(void);
//--- find.c
#include "kernel.h"
#include <linux/spinlock.h>
#include <linux/wait.h>
#include "bars.h"

int bar_find_and_lock(void)
{
	spin_lock(&bars_lock);		// 1.2 holds bars_lock
	if (bars_free)
		return bars_free--;
	spin_unlock(&bars_lock);
	return -EAGAIN;
}
