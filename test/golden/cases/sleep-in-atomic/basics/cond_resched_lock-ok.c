// A long loop under a spinlock gives up the processor with cond_resched_lock(), which gives the lock back.
// CLEAN
#include "kernel.h"
#include "bitmap.h"

void bitmap_scan(struct bitmap_set *set)
{
	int i;

	spin_lock(&set->lock);
	for (i = 0; i < 4096; i++) {
		set->bits[i] = 0;
		cond_resched_lock(&set->lock);
	}
	spin_unlock(&set->lock);
}
//--- bitmap.h
struct bitmap_set {
	spinlock_t lock;
	unsigned long bits[4096];
};
