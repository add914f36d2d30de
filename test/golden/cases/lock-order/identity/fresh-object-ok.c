// Nobody else knows the object yet when its lock is taken over the list's.
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
	spin_lock(&item->lock);
	spin_lock(&items_lock);
				// FALSE lock-order: nobody else can hold the lock of an object that
				//    was allocated here and is in no list yet
	list_add(&item->list, &items);
	spin_unlock(&items_lock);
	spin_unlock(&item->lock);
	return 0;
}

void items_scan(void)
{
	struct item *item;

	spin_lock(&items_lock);
	list_for_each_entry(item, &items, list) {
		spin_lock(&item->lock);
		spin_unlock(&item->lock);
	}
	spin_unlock(&items_lock);
}
