// The condition of a wait returns with the lock when it is true: the wait is over then.
// CLEAN
#include "kernel.h"
#include <linux/spinlock.h>
#include <linux/wait.h>
#include "bars.h"

DEFINE_SPINLOCK(bars_lock);

void bar_reserve(wait_queue_head_t *queue)
{
	wait_event(*queue, bar_find_and_lock() >= 0);
	bars_busy = 1;
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
	spin_lock(&bars_lock);
	if (bars_free)
		return bars_free--;
	spin_unlock(&bars_lock);
	return -EAGAIN;
}
