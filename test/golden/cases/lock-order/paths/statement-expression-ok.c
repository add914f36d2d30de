// The statement expression's lock is given back before the other is taken.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(stats);
static DEFINE_SPINLOCK(queue);
static int packets;

#define stats_begin()	({ spin_lock(&stats); packets; })
#define stats_end()	({ spin_unlock(&stats); 0; })

int account(void)
{
	int before = stats_begin();

	packets = before + stats_end();
	spin_lock(&queue);
	spin_unlock(&queue);
	return before;
}

void queue_drop(void)
{
	spin_lock(&queue);
	packets = stats_begin() - 1;
	stats_end();
	spin_unlock(&queue);
}
