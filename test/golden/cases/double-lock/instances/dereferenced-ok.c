// An object is reached in one way, and then in another one, and its lock is given back between.
// CLEAN
#include "kernel.h"
#include <linux/rtnetlink.h>
#include <linux/sched/task.h>
#include <linux/srcu.h>

struct item {
	spinlock_t lock;
};
struct holder {
	struct item __rcu *item;
};
DEFINE_STATIC_SRCU(the_srcu);

void check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_check(holder->item, 1);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void bh_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_bh_check(holder->item, 1);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void sched_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_sched_check(holder->item, 1);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void protected(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_protected(holder->item, 1);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void access(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_access_pointer(holder->item);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void handoff(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_pointer_handoff(plain);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void taken(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = unrcu_pointer(holder->item);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void srcu(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = srcu_dereference(holder->item, &the_srcu);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void srcu_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = srcu_dereference_check(holder->item, &the_srcu, 1);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void rtnl(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_rtnl(holder->item);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void update(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rtnl_dereference(holder->item);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void raw_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_raw_check(holder->item);

	spin_lock(&plain->lock);
	spin_unlock(&plain->lock);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void own(void)
{
	task_lock(current);
	task_unlock(current);
	task_lock(get_current());
	task_unlock(get_current());
}

static DEFINE_PER_CPU(struct item, items);

void raw_cpu(void)
{
	preempt_disable();
	spin_lock(&this_cpu_ptr(&items)->lock);
	spin_unlock(&this_cpu_ptr(&items)->lock);
	spin_lock(&raw_cpu_ptr(&items)->lock);
	spin_unlock(&raw_cpu_ptr(&items)->lock);
	preempt_enable();
}

void of_cpu(int cpu)
{
	spin_lock(&per_cpu_ptr(&items, cpu)->lock);
	spin_unlock(&per_cpu_ptr(&items, cpu)->lock);
	spin_lock(&per_cpu_ptr(&items, cpu)->lock);
	spin_unlock(&per_cpu_ptr(&items, cpu)->lock);
}

static DEFINE_SPINLOCK(checked_a);

void checked(void)
{
	raw_spinlock_t *lock = spinlock_check(&checked_a);

	raw_spin_lock(lock);
	raw_spin_unlock(lock);
	raw_spin_lock(lock);
	raw_spin_unlock(lock);
}

static spinlock_t *item_lock(struct item *item)
{
	return &item->lock;
}

void called(struct item *item)
{
	spin_lock(item_lock(item));
	spin_unlock(item_lock(item));
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void called_in_macro(struct item *item)
{
	unsigned long flags;

	spin_lock_irqsave(item_lock(item), flags);
	spin_unlock_irqrestore(item_lock(item), flags);
	spin_lock(&item->lock);
	spin_unlock(&item->lock);
}

void checked_in_macro(void)
{
	raw_spin_lock(spinlock_check(&checked_a));
	raw_spin_unlock(spinlock_check(&checked_a));
	raw_spin_lock(spinlock_check(&checked_a));
	raw_spin_unlock(spinlock_check(&checked_a));
}
