// The iterator of another file takes the spinlock, and of its two callbacks one sleeps.
#include "kernel.h"
#include "items.h"

static void item_print(struct item *item)
{
	item->dirty = 1;
}

static void item_write(struct item *item)
{
	msleep(1);			// 1.4 sleeps msleep()
}

void items_print(void)
{
	for_each_item(item_print);
}

void items_write(void)
{
	for_each_item(item_write);	// 1.1 calls for_each_item
}
//--- items.h
#include <linux/delay.h>
struct item {
	struct list_head node;
	int dirty;
};
void for_each_item(void (*function)(struct item *));
//--- each.c
#include "kernel.h"
#include "items.h"
static DEFINE_SPINLOCK(items_lock);
static LIST_HEAD(items);

void for_each_item(void (*function)(struct item *))
{
	struct item *item;

	spin_lock(&items_lock);		// 1.2 holds items_lock
	list_for_each_entry(item, &items, node)
		function(item);		// 1.3 calls item_write
					// BUG sleep-in-atomic: msleep() in items_lock
	spin_unlock(&items_lock);
}
