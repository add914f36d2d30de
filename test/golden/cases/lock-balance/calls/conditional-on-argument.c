// The helper locks if it is told to, and the caller unlocks although it told it not to.
#include "kernel.h" // MISS lock-balance: x
struct filter {
	spinlock_t lock;
	int rules;
};

static noinline void filter_begin(struct filter *filter, bool lock)
{
	if (lock)
		spin_lock(&filter->lock);
	filter->rules = 0;
}

void filter_reset(struct filter *filter, bool quiet)
{
	filter_begin(filter, !quiet);
	filter->rules++;
	spin_unlock(&filter->lock);
}
