// The list is walked under its spinlock, and the callback of another file sleeps.
#include "kernel.h"
#include "items.h"
static DEFINE_SPINLOCK(items_lock);
static LIST_HEAD(items);

static noinline void for_each_item(void (*function)(struct item *))
{
	struct item *item;

	list_for_each_entry(item, &items, node)
		function(item);		// 1.3 calls item_flush
}

void items_flush(void)
{
	spin_lock(&items_lock);		// 1.1 holds items_lock
	for_each_item(item_flush);	// 1.2 calls for_each_item
					// BUG sleep-in-atomic: mutex_lock() in items_lock
	spin_unlock(&items_lock);
}
//--- items.h
struct item {
	struct list_head node;
	struct mutex lock;
	int dirty;
};
void item_flush(struct item *item);
//--- flush.c
#include "kernel.h"
#include "items.h"

void item_flush(struct item *item)
{
	mutex_lock(&item->lock);	// 1.4 sleeps mutex_lock()
	item->dirty = 0;
	mutex_unlock(&item->lock);
}
