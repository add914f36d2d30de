// The four configurations are what they are called, so that the other cases run under what they say.
// CLEAN
// CONFIGS: all
#include "kernel.h"

#if defined(GOLDEN_LOCKDEP)
static_assert(offsetof(spinlock_t, dep_map) > 0 && offsetof(struct mutex, dep_map) > 0);
#elif defined(GOLDEN_RT)
static_assert(__same_type(((spinlock_t *)0)->lock, struct rt_mutex_base));
static_assert(__same_type(((struct mutex *)0)->rtmutex, struct rt_mutex_base));
#elif defined(GOLDEN_UP)
static_assert(sizeof(spinlock_t) == 0 && NR_CPUS == 1);
#ifdef CONFIG_PREEMPT_COUNT
#error "preempt_disable() is more than barrier()"
#endif
#else
static_assert(sizeof(spinlock_t) == sizeof(int) && NR_CPUS > 1);
#endif

static DEFINE_SPINLOCK(lock);

void once(void)
{
	spin_lock(&lock);
	spin_unlock(&lock);
}
