// The object is in the list already when its lock is taken over the list's.
#include "kernel.h"
struct item {
	struct list_head list;
	spinlock_t lock;
};
static LIST_HEAD(items);
static DEFINE_SPINLOCK(items_lock);

int item_add(void)
{
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return -ENOMEM;
	spin_lock_init(&item->lock);
	spin_lock(&items_lock);
	list_add(&item->list, &items);
	spin_unlock(&items_lock);
	spin_lock(&item->lock);			// 1.1 holds item.lock
	spin_lock(&items_lock);			// 1.2 wants items_lock
						// BUG lock-order: item.lock -> items_lock -> item.lock
	list_move_tail(&item->list, &items);
	spin_unlock(&items_lock);
	spin_unlock(&item->lock);
	return 0;
}

void items_scan(void)
{
	struct item *item;

	spin_lock(&items_lock);			// 2.1 holds items_lock
	list_for_each_entry(item, &items, list) {
		spin_lock(&item->lock);		// 2.2 wants item.lock
		spin_unlock(&item->lock);
	}
	spin_unlock(&items_lock);
}
