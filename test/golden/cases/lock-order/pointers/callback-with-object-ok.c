// The iterator of another file calls back under the list's lock, and everybody takes the item's second.
// CLEAN
#include "kernel.h"
#include "items.h"

static void item_mark(struct item *item)
{
	mutex_lock(&item->lock);
	item->marked = true;
	mutex_unlock(&item->lock);
}

void items_mark(void)
{
	for_each_item(item_mark);
}

void item_delete(struct item *item)
{
	mutex_lock(&list_lock);
	mutex_lock(&item->lock);
	list_del(&item->node);
	mutex_unlock(&item->lock);
	mutex_unlock(&list_lock);
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

	mutex_lock(&list_lock);
	list_for_each_entry(item, &items, node)
		function(item);
	mutex_unlock(&list_lock);
}
