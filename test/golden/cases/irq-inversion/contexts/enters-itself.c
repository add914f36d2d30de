// One function goes on as an interrupt does, as the locking self-test has it; another one takes the lock, interrupts on.
#include "kernel.h"
#include <linux/hardirq.h>
#include "tick.h"

void tick_test(void)
{
	local_irq_disable();
	__irq_enter();
	spin_lock(&tick_lock);	// 1.1 wants tick_lock
	ticks++;
	spin_unlock(&tick_lock);
	__irq_exit();
	local_irq_enable();
	tick_read();		// 2.1 calls tick_read
}
//--- tick.h
extern spinlock_t tick_lock;
extern int ticks;
int tick_read(void);
//--- tick.c
#include "kernel.h"
#include "tick.h"
DEFINE_SPINLOCK(tick_lock);
int ticks;

int tick_read(void)
{
	int now;

	spin_lock(&tick_lock);	// 2.2 wants tick_lock
				// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: tick_lock
	now = ticks;
	spin_unlock(&tick_lock);
	return now;
}
