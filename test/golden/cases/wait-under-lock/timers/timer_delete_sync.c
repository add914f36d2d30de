// A global timer is deleted under its spinlock, and waited for.
#include "kernel.h"
#include <linux/timer.h>
#include "idle.h"
DEFINE_SPINLOCK(idle_lock);

void idle_end(void)
{
	spin_lock_bh(&idle_lock);	// 1.1 holds idle_lock
	timer_delete_sync(&idle_timer);	// 1.2 waits idle_timer
					// BUG wait-under-lock: idle_lock -> idle_timer -> idle_lock
	spin_unlock_bh(&idle_lock);
}
//--- idle.h
extern spinlock_t idle_lock;
extern struct timer_list idle_timer;
//--- timer.c
#include "kernel.h"
#include <linux/timer.h>
#include "idle.h"
static int idle_ticks;

static void idle_tick(struct timer_list *timer)	// 2.1 enters idle_tick; 2.2 holds idle_timer
{
	spin_lock(&idle_lock);		// 2.3 wants idle_lock
	idle_ticks++;
	spin_unlock(&idle_lock);
}
DEFINE_TIMER(idle_timer, idle_tick);
