// A helper makes a queue empty, and its spinlock anew, which the caller holds.
#include "kernel.h"
struct letters {
	spinlock_t lock;
	struct list_head list;
};

static noinline void letters_init(struct letters *letters)
{
	INIT_LIST_HEAD(&letters->list);
	spin_lock_init(&letters->lock);
}

void letters_drop(struct letters *letters)
{
	spin_lock(&letters->lock);
	letters_init(letters);
					// MISS lock-balance: that a callee makes a lock is not known to its
					//    caller
	spin_unlock(&letters->lock);
}
