// Two units include one header, and use it in one order.
// CLEAN
#include "kernel.h"
#include "stats.h"
DEFINE_SPINLOCK(stats_lock);
DEFINE_SPINLOCK(queue_lock);

void queue_push(void)
{
	spin_lock(&queue_lock);
	stats_add(1);
	spin_unlock(&queue_lock);
}
//--- other.c
#include "kernel.h"
#include "stats.h"

void stats_reset(void)
{
	stats_add(0);
	spin_lock(&queue_lock);
	spin_lock(&stats_lock);
	stats = 0;
	spin_unlock(&stats_lock);
	spin_unlock(&queue_lock);
}
//--- stats.h
extern spinlock_t stats_lock, queue_lock;
static int stats;

static inline void stats_add(int n)
{
	spin_lock(&stats_lock);
	stats += n;
	spin_unlock(&stats_lock);
}
