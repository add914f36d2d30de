// An object is reached in one way, and in another one, and its lock is taken twice.
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

	spin_lock(&plain->lock);	// check1.1 holds item.lock
	spin_lock(&item->lock);		// check1.2 wants item.lock
					// BUG[check] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void bh_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_bh_check(holder->item, 1);

	spin_lock(&plain->lock);	// bh_check1.1 holds item.lock
	spin_lock(&item->lock);		// bh_check1.2 wants item.lock
					// BUG[bh_check] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void sched_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_sched_check(holder->item, 1);

	spin_lock(&plain->lock);	// sched_check1.1 holds item.lock
	spin_lock(&item->lock);		// sched_check1.2 wants item.lock
					// BUG[sched_check] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void protected(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_protected(holder->item, 1);

	spin_lock(&plain->lock);	// protected1.1 holds item.lock
	spin_lock(&item->lock);		// protected1.2 wants item.lock
					// BUG[protected] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void access(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_access_pointer(holder->item);

	spin_lock(&plain->lock);	// access1.1 holds item.lock
	spin_lock(&item->lock);		// access1.2 wants item.lock
					// BUG[access] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void handoff(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_pointer_handoff(plain);

	spin_lock(&plain->lock);	// handoff1.1 holds item.lock
	spin_lock(&item->lock);		// handoff1.2 wants item.lock
					// BUG[handoff] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void taken(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = unrcu_pointer(holder->item);

	spin_lock(&plain->lock);	// taken1.1 holds item.lock
	spin_lock(&item->lock);		// taken1.2 wants item.lock
					// BUG[taken] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void srcu(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = srcu_dereference(holder->item, &the_srcu);

	spin_lock(&plain->lock);	// srcu1.1 holds item.lock
	spin_lock(&item->lock);		// srcu1.2 wants item.lock
					// BUG[srcu] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void srcu_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = srcu_dereference_check(holder->item, &the_srcu, 1);

	spin_lock(&plain->lock);	// srcu_check1.1 holds item.lock
	spin_lock(&item->lock);		// srcu_check1.2 wants item.lock
					// BUG[srcu_check] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void rtnl(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_rtnl(holder->item);

	spin_lock(&plain->lock);	// rtnl1.1 holds item.lock
	spin_lock(&item->lock);		// rtnl1.2 wants item.lock
					// BUG[rtnl] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void update(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rtnl_dereference(holder->item);

	spin_lock(&plain->lock);	// update1.1 holds item.lock
	spin_lock(&item->lock);		// update1.2 wants item.lock
					// BUG[update] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void raw_check(struct holder *holder)
{
	struct item *plain = rcu_dereference_raw(holder->item);
	struct item *item = rcu_dereference_raw_check(holder->item);

	spin_lock(&plain->lock);	// raw_check1.1 holds item.lock
	spin_lock(&item->lock);		// raw_check1.2 wants item.lock
					// BUG[raw_check] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(&plain->lock);
}

void own(void)
{
	task_lock(current);		// own1.1 holds task_struct.alloc_lock
	task_lock(get_current());	// own1.2 wants task_struct.alloc_lock
					// BUG[own] double-lock: task_struct.alloc_lock
	task_unlock(get_current());
	task_unlock(current);
}

static DEFINE_PER_CPU(struct item, items);

void raw_cpu(void)
{
	preempt_disable();
	spin_lock(&this_cpu_ptr(&items)->lock);	// raw_cpu1.1 holds item.lock
	spin_lock(&raw_cpu_ptr(&items)->lock);	// raw_cpu1.2 wants item.lock
					// BUG[raw_cpu] double-lock: item.lock
	spin_unlock(&raw_cpu_ptr(&items)->lock);
	spin_unlock(&this_cpu_ptr(&items)->lock);
	preempt_enable();
}

void of_cpu(int cpu)
{
	spin_lock(&per_cpu_ptr(&items, cpu)->lock);
	spin_lock(&per_cpu_ptr(&items, cpu)->lock);
					// MISS double-lock: which processor's it is, is forgotten
	spin_unlock(&per_cpu_ptr(&items, cpu)->lock);
	spin_unlock(&per_cpu_ptr(&items, cpu)->lock);
}

static DEFINE_SPINLOCK(checked_a);

void checked(void)
{
	raw_spinlock_t *lock = spinlock_check(&checked_a);

	raw_spin_lock(lock);		// checked1.1 holds checked_a
	raw_spin_lock(lock);		// checked1.2 wants checked_a
					// BUG[checked] double-lock: checked_a
	raw_spin_unlock(lock);
	raw_spin_unlock(lock);
}

static spinlock_t *item_lock(struct item *item)
{
	return &item->lock;
}

void called(struct item *item)
{
	spin_lock(item_lock(item));	// called1.1 holds item.lock
	spin_lock(&item->lock);		// called1.2 wants item.lock
					// BUG[called] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock(item_lock(item));
}

void called_in_macro(struct item *item)
{
	unsigned long flags;

	spin_lock_irqsave(item_lock(item), flags);	// inmacro1.1 holds item.lock
	spin_lock(&item->lock);		// inmacro1.2 wants item.lock
					// BUG[inmacro] double-lock: item.lock
	spin_unlock(&item->lock);
	spin_unlock_irqrestore(item_lock(item), flags);
}

void checked_in_macro(void)
{
	raw_spin_lock(spinlock_check(&checked_a));	// checkmacro1.1 holds checked_a
	raw_spin_lock(spinlock_check(&checked_a));	// checkmacro1.2 wants checked_a
					// BUG[checkmacro] double-lock: checked_a
	raw_spin_unlock(spinlock_check(&checked_a));
	raw_spin_unlock(spinlock_check(&checked_a));
}
