// A macro of the driver takes the lock inside a statement expression and gives it back in another.
#include "kernel.h"
static DEFINE_SPINLOCK(stats);
static DEFINE_SPINLOCK(queue);
static int packets;

#define stats_begin()	({ spin_lock(&stats); packets; })
#define stats_end()	({ spin_unlock(&stats); 0; })

int account(void)
{
	int before = stats_begin();		// 2.1 holds stats

	spin_lock(&queue);			// 2.2 wants queue
	packets = before + 1;
	spin_unlock(&queue);
	return stats_end();
}

void queue_drop(void)
{
	spin_lock(&queue);			// 1.1 holds queue
	packets = stats_begin() - 1;		// 1.2 wants stats
						// BUG lock-order: queue -> stats -> queue
	stats_end();
	spin_unlock(&queue);
}
