// A helper restores the flags that it is given, and the caller saved none.
#include "kernel.h"
struct slab_list {
	spinlock_t lock;
	int count;
};

static noinline void list_unlock(struct slab_list *list, unsigned long flags)
{
	spin_unlock_irqrestore(&list->lock, flags);
}

void list_add_slab(struct slab_list *list)
{
	unsigned long flags;

	spin_lock(&list->lock);
	list->count++;
	list_unlock(list, flags);
				// MISS irq-flags: only a restore in the function itself is blamed
}
