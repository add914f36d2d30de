// The helper locks if it is told to, and the caller unlocks although it told it not to.
#include "kernel.h"
struct filter {
	spinlock_t lock;
	int rules;
};

static noinline void filter_begin(struct filter *filter, bool lock)
{
	if (lock)
		spin_lock(&filter->lock);	// 2.2 holds filter.lock
	filter->rules = 0;
}

void filter_reset(struct filter *filter, bool quiet)
{
	filter_begin(filter, !quiet);		// 2.1 calls filter_begin
	filter->rules++;
	spin_unlock(&filter->lock);		// 1.1 releases filter.lock
						// BUG lock-balance low: filter.lock; a condition
						//    that was not understood may keep the paths
						//    apart
}
