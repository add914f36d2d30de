// The iterator of another file calls back under the list's lock, and this callback takes the item's first elsewhere.
#include "kernel.h"
#include "items.h"

static void item_mark(struct item *item)
{
	mutex_lock(&item->lock);	// 2.4 wants item.lock
	item->marked = true;
	mutex_unlock(&item->lock);
}

void items_mark(void)
{
	for_each_item(item_mark);	// 2.1 calls for_each_item
}

void item_delete(struct item *item)
{
	mutex_lock(&item->lock);	// 1.1 holds item.lock
	mutex_lock(&list_lock);		// 1.2 wants list_lock
					// BUG lock-order: item.lock -> list_lock -> item.lock
	list_del(&item->node);
	mutex_unlock(&list_lock);
	mutex_unlock(&item->lock);
}
//--- items.h
extern struct mutex list_lock;
struct item {
	struct list_head node;
	struct mutex lock;
	bool marked;
};
void for_each_item(void (*function)(struct item *));
//--- each.c
#include "kernel.h"
#include "items.h"
DEFINE_MUTEX(list_lock);
static LIST_HEAD(items);

void for_each_item(void (*function)(struct item *))
{
	struct item *item;

	mutex_lock(&list_lock);		// 2.2 holds list_lock
	list_for_each_entry(item, &items, node)
		function(item);		// 2.3 calls item_mark
	mutex_unlock(&list_lock);
}
