// A helper makes a queue and its spinlock, which the caller then takes.
// CLEAN
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
	letters_init(letters);
	spin_lock(&letters->lock);
	INIT_LIST_HEAD(&letters->list);
	spin_unlock(&letters->lock);
}
