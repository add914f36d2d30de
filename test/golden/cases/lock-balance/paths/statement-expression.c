// A macro that reads a counter under the lock gives up in the middle of its statement expression.
#include "kernel.h"
struct counter {
	spinlock_t lock;
	int value;
	bool frozen;
};

#define counter_read(c) ({			\
	int __value;				\
						\
	spin_lock(&(c)->lock);			\
	__value = (c)->value;			\
	if (!(c)->frozen)			\
		spin_unlock(&(c)->lock);	\
	__value;				\
})

int counter_double(struct counter *counter)
{
	int value = counter_read(counter);	// 1.1 holds counter.lock; 2.1 releases counter.lock

	return value * 2;
						// BUG lock-balance low: counter.lock; what the
						//    paths return differs, and may tell the caller
}
