// A grace period, or the end of a page's I/O, is waited for after the spinlock of the routes.
// CLEAN
#include "kernel.h"
#include <linux/buffer_head.h>
#include <linux/netdevice.h>
#include <linux/pagemap.h>
#include <linux/percpu-rwsem.h>
#include <linux/rcupdate_trace.h>
#include <linux/rcupdate_wait.h>
#include <linux/srcu.h>
static DEFINE_SPINLOCK(routes);
static struct srcu_struct hooks;
static struct percpu_rw_semaphore readers;
static struct lock_class_key hooks_key;
static struct lock_class_key readers_key;
static int error;
// The headers have it with lockdep only.
int __init_srcu_struct(struct srcu_struct *hooks, const char *name, struct lock_class_key *key);

void routes_synchronize_rcu(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu();
}

void routes_synchronize_rcu_expedited(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu_expedited();
}

void routes_synchronize_rcu_tasks(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu_tasks();
}

void routes_synchronize_rcu_tasks_rude(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu_tasks_rude();
}

void routes_synchronize_rcu_tasks_trace(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu_tasks_trace();
}

void routes_synchronize_net(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_net();
}

void routes_synchronize_rcu_mult(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_rcu_mult(call_rcu, call_rcu_tasks);
}

void routes_rcu_barrier(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	rcu_barrier();
}

void routes_rcu_barrier_tasks(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	rcu_barrier_tasks();
}

void routes_rcu_barrier_tasks_trace(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	rcu_barrier_tasks_trace();
}

void routes_kvfree_rcu_barrier(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	kvfree_rcu_barrier();
}

void routes_synchronize_srcu(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_srcu(&hooks);
}

void routes_synchronize_srcu_expedited(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	synchronize_srcu_expedited(&hooks);
}

void routes_srcu_barrier(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	srcu_barrier(&hooks);
}

void routes_cleanup_srcu_struct(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	cleanup_srcu_struct(&hooks);
}

void routes_init_srcu_struct(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = init_srcu_struct(&hooks);
}

void routes_init_srcu_struct_innermost(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = __init_srcu_struct(&hooks, "hooks", &hooks_key);
}

void routes_percpu_init_rwsem(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = percpu_init_rwsem(&readers);
}

void routes_percpu_init_rwsem_innermost(void)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = __percpu_init_rwsem(&readers, "readers", &readers_key);
}

void routes_kfree_rcu_mightsleep(void *route)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	kfree_rcu_mightsleep(route);
}

void routes_kvfree_rcu_mightsleep(void *route)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	kvfree_rcu_mightsleep(route);
}

void routes_folio_wait_locked(struct folio *folio)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	folio_wait_locked(folio);
}

void routes_folio_wait_writeback(struct folio *folio)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	folio_wait_writeback(folio);
}

void routes_folio_wait_stable(struct folio *folio)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	folio_wait_stable(folio);
}

void routes_folio_wait_locked_killable(struct folio *folio)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = folio_wait_locked_killable(folio);
}

void routes_folio_wait_writeback_killable(struct folio *folio)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	error = folio_wait_writeback_killable(folio);
}

void routes_wait_on_page_locked(struct page *page)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	wait_on_page_locked(page);
}

void routes_wait_on_page_writeback(struct page *page)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	wait_on_page_writeback(page);
}

void routes_wait_on_buffer(struct buffer_head *buffer)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	wait_on_buffer(buffer);
}

void routes_wait_on_buffer_innermost(struct buffer_head *buffer)
{
	spin_lock(&routes);
	spin_unlock(&routes);
	__wait_on_buffer(buffer);
}
