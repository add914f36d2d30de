// One function goes on as an interrupt does, as the locking self-test has it; another one takes the lock, interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/hardirq.h>
#include "tick.h"

void tick_test(void)
{
	local_irq_disable();
	__irq_enter();
	spin_lock(&tick_lock);
	ticks++;
	spin_unlock(&tick_lock);
	__irq_exit();
	local_irq_enable();
	tick_read();
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
	unsigned long flags;
	int now;

	spin_lock_irqsave(&tick_lock, flags);
	now = ticks;
	spin_unlock_irqrestore(&tick_lock, flags);
	return now;
}
