// A timer writes the table under the list's lock; readers keep timers away.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>

struct store {
	spinlock_t list;
	rwlock_t table;
	struct timer_list timer;
	int used;
};

void store_update(struct store *store)
{
	spin_lock_bh(&store->list);
	write_lock(&store->table);
	store->used = 0;
	write_unlock(&store->table);
	spin_unlock_bh(&store->list);
}

static void store_expire(struct timer_list *timer)
{
	struct store *store = from_timer(store, timer, timer);

	spin_lock(&store->list);
	store->used++;
	spin_unlock(&store->list);
}

void store_start(struct store *store)
{
	timer_setup(&store->timer, store_expire, 0);
}

int store_count(struct store *store)
{
	int used;

	might_sleep();
	read_lock_bh(&store->table);
	used = store->used;
	read_unlock_bh(&store->table);
	return used;
}
