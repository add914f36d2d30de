// The iterator of another file takes the spinlock, and neither of its two callbacks sleeps.
// CLEAN
#include "kernel.h"
#include "items.h"

static void item_print(struct item *item)
{
	item->dirty = 1;
}

static void item_write(struct item *item)
{
	mdelay(1);
}

void items_print(void)
{
	for_each_item(item_print);
}

void items_write(void)
{
	for_each_item(item_write);
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

	spin_lock(&items_lock);
	list_for_each_entry(item, &items, node)
		function(item);
	spin_unlock(&items_lock);
}
