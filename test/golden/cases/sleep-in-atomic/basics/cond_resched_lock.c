// A long loop under a spinlock gives up the processor with cond_resched().
#include "kernel.h"
#include "bitmap.h"

void bitmap_scan(struct bitmap_set *set)
{
	int i;

	spin_lock(&set->lock);		// 1.1 holds bitmap_set.lock
	for (i = 0; i < 4096; i++) {
		set->bits[i] = 0;
		cond_resched();		// 1.2 sleeps cond_resched()
					// BUG sleep-in-atomic: cond_resched() in bitmap_set.lock
	}
	spin_unlock(&set->lock);
}
//--- bitmap.h
struct bitmap_set {
	spinlock_t lock;
	unsigned long bits[4096];
};
