// A global timer is deleted under its spinlock, but not waited for.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "idle.h"
DEFINE_SPINLOCK(idle_lock);

void idle_end(void)
{
	spin_lock_bh(&idle_lock);
	timer_delete(&idle_timer);
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

static void idle_tick(struct timer_list *timer)
{
	spin_lock(&idle_lock);
	idle_ticks++;
	spin_unlock(&idle_lock);
}
DEFINE_TIMER(idle_timer, idle_tick);
