// A macro that reads a counter under the lock gives up in the middle of its statement expression.
#include "kernel.h" // MISS lock-balance: x
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
	int value = counter_read(counter);

	return value * 2;
}
