// The list is walked under its spinlock, and the callback of another file does not sleep.
// CLEAN
#include "kernel.h"
#include "items.h"
static DEFINE_SPINLOCK(items_lock);
static LIST_HEAD(items);

static noinline void for_each_item(void (*function)(struct item *))
{
	struct item *item;

	list_for_each_entry(item, &items, node)
		function(item);
}

void items_flush(void)
{
	spin_lock(&items_lock);
	for_each_item(item_flush);
	spin_unlock(&items_lock);
}
//--- items.h
struct item {
	struct list_head node;
	spinlock_t lock;
	int dirty;
};
void item_flush(struct item *item);
//--- flush.c
#include "kernel.h"
#include "items.h"

void item_flush(struct item *item)
{
	spin_lock(&item->lock);
	item->dirty = 0;
	spin_unlock(&item->lock);
}
