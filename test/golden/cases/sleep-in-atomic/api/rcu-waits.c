// A grace period, or the end of a page's I/O, is waited for under the spinlock of the routes.
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
	spin_lock(&routes);		// a1.1 holds routes
	synchronize_rcu();		// a1.2 sleeps synchronize_rcu()
					// BUG[a] sleep-in-atomic: synchronize_rcu() in routes
	spin_unlock(&routes);
}

void routes_synchronize_rcu_expedited(void)
{
	spin_lock(&routes);		// b1.1 holds routes
	synchronize_rcu_expedited();	// b1.2 sleeps synchronize_rcu_expedited()
					// BUG[b] sleep-in-atomic: synchronize_rcu_expedited() in routes
	spin_unlock(&routes);
}

void routes_synchronize_rcu_tasks(void)
{
	spin_lock(&routes);		// c1.1 holds routes
	synchronize_rcu_tasks();	// c1.2 sleeps synchronize_rcu_tasks()
					// BUG[c] sleep-in-atomic: synchronize_rcu_tasks() in routes
	spin_unlock(&routes);
}

void routes_synchronize_rcu_tasks_rude(void)
{
	spin_lock(&routes);		// d1.1 holds routes
	synchronize_rcu_tasks_rude();	// d1.2 sleeps synchronize_rcu_tasks_rude()
					// BUG[d] sleep-in-atomic: synchronize_rcu_tasks_rude() in routes
	spin_unlock(&routes);
}

void routes_synchronize_rcu_tasks_trace(void)
{
	spin_lock(&routes);		// e1.1 holds routes
	synchronize_rcu_tasks_trace();	// e1.2 sleeps synchronize_rcu_tasks_trace()
					// BUG[e] sleep-in-atomic: synchronize_rcu_tasks_trace() in routes
	spin_unlock(&routes);
}

void routes_synchronize_net(void)
{
	spin_lock(&routes);		// f1.1 holds routes
	synchronize_net();		// f1.2 sleeps synchronize_net()
					// BUG[f] sleep-in-atomic: synchronize_net() in routes
	spin_unlock(&routes);
}

void routes_synchronize_rcu_mult(void)
{
	spin_lock(&routes);		// g1.1 holds routes
	synchronize_rcu_mult(call_rcu, call_rcu_tasks);	// g1.2 sleeps synchronize_rcu_mult()
					// BUG[g] sleep-in-atomic: synchronize_rcu_mult() in routes
	spin_unlock(&routes);
}

void routes_rcu_barrier(void)
{
	spin_lock(&routes);		// h1.1 holds routes
	rcu_barrier();			// h1.2 sleeps rcu_barrier()
					// BUG[h] sleep-in-atomic: rcu_barrier() in routes
	spin_unlock(&routes);
}

void routes_rcu_barrier_tasks(void)
{
	spin_lock(&routes);		// i1.1 holds routes
	rcu_barrier_tasks();		// i1.2 sleeps rcu_barrier_tasks()
					// BUG[i] sleep-in-atomic: rcu_barrier_tasks() in routes
	spin_unlock(&routes);
}

void routes_rcu_barrier_tasks_trace(void)
{
	spin_lock(&routes);		// j1.1 holds routes
	rcu_barrier_tasks_trace();	// j1.2 sleeps rcu_barrier_tasks_trace()
					// BUG[j] sleep-in-atomic: rcu_barrier_tasks_trace() in routes
	spin_unlock(&routes);
}

void routes_kvfree_rcu_barrier(void)
{
	spin_lock(&routes);		// k1.1 holds routes
	kvfree_rcu_barrier();		// k1.2 sleeps kvfree_rcu_barrier()
					// BUG[k] sleep-in-atomic: kvfree_rcu_barrier() in routes
	spin_unlock(&routes);
}

void routes_synchronize_srcu(void)
{
	spin_lock(&routes);		// l1.1 holds routes
	synchronize_srcu(&hooks);	// l1.2 sleeps synchronize_srcu()
					// BUG[l] sleep-in-atomic: synchronize_srcu() in routes
	spin_unlock(&routes);
}

void routes_synchronize_srcu_expedited(void)
{
	spin_lock(&routes);		// m1.1 holds routes
	synchronize_srcu_expedited(&hooks);	// m1.2 sleeps synchronize_srcu_expedited()
					// BUG[m] sleep-in-atomic: synchronize_srcu_expedited() in routes
	spin_unlock(&routes);
}

void routes_srcu_barrier(void)
{
	spin_lock(&routes);		// n1.1 holds routes
	srcu_barrier(&hooks);		// n1.2 sleeps srcu_barrier()
					// BUG[n] sleep-in-atomic: srcu_barrier() in routes
	spin_unlock(&routes);
}

void routes_cleanup_srcu_struct(void)
{
	spin_lock(&routes);		// o1.1 holds routes
	cleanup_srcu_struct(&hooks);	// o1.2 sleeps cleanup_srcu_struct()
					// BUG[o] sleep-in-atomic: cleanup_srcu_struct() in routes
	spin_unlock(&routes);
}

void routes_init_srcu_struct(void)
{
	spin_lock(&routes);		// p1.1 holds routes
	error = init_srcu_struct(&hooks);	// p1.2 sleeps init_srcu_struct()
					// BUG[p] sleep-in-atomic: init_srcu_struct() in routes
	spin_unlock(&routes);
}

void routes_init_srcu_struct_innermost(void)
{
	spin_lock(&routes);		// q1.1 holds routes
	error = __init_srcu_struct(&hooks, "hooks", &hooks_key);	// q1.2 sleeps __init_srcu_struct()
					// BUG[q] sleep-in-atomic: __init_srcu_struct() in routes
	spin_unlock(&routes);
}

void routes_percpu_init_rwsem(void)
{
	spin_lock(&routes);		// r1.1 holds routes
	error = percpu_init_rwsem(&readers);	// r1.2 sleeps percpu_init_rwsem()
					// BUG[r] sleep-in-atomic: percpu_init_rwsem() in routes
	spin_unlock(&routes);
}

void routes_percpu_init_rwsem_innermost(void)
{
	spin_lock(&routes);		// s1.1 holds routes
	error = __percpu_init_rwsem(&readers, "readers", &readers_key);	// s1.2 sleeps __percpu_init_rwsem()
					// BUG[s] sleep-in-atomic: __percpu_init_rwsem() in routes
	spin_unlock(&routes);
}

void routes_kfree_rcu_mightsleep(void *route)
{
	spin_lock(&routes);		// t1.1 holds routes
	kfree_rcu_mightsleep(route);	// t1.2 sleeps kfree_rcu_mightsleep()
					// BUG[t] sleep-in-atomic: kfree_rcu_mightsleep() in routes
	spin_unlock(&routes);
}

void routes_kvfree_rcu_mightsleep(void *route)
{
	spin_lock(&routes);		// u1.1 holds routes
	kvfree_rcu_mightsleep(route);	// u1.2 sleeps kvfree_rcu_mightsleep()
					// BUG[u] sleep-in-atomic: kvfree_rcu_mightsleep() in routes
	spin_unlock(&routes);
}

void routes_folio_wait_locked(struct folio *folio)
{
	spin_lock(&routes);		// v1.1 holds routes
	folio_wait_locked(folio);	// v1.2 sleeps folio_wait_locked()
					// BUG[v] sleep-in-atomic: folio_wait_locked() in routes
	spin_unlock(&routes);
}

void routes_folio_wait_writeback(struct folio *folio)
{
	spin_lock(&routes);		// w1.1 holds routes
	folio_wait_writeback(folio);	// w1.2 sleeps folio_wait_writeback()
					// BUG[w] sleep-in-atomic: folio_wait_writeback() in routes
	spin_unlock(&routes);
}

void routes_folio_wait_stable(struct folio *folio)
{
	spin_lock(&routes);		// x1.1 holds routes
	folio_wait_stable(folio);	// x1.2 sleeps folio_wait_stable()
					// BUG[x] sleep-in-atomic: folio_wait_stable() in routes
	spin_unlock(&routes);
}

void routes_folio_wait_locked_killable(struct folio *folio)
{
	spin_lock(&routes);		// y1.1 holds routes
	error = folio_wait_locked_killable(folio);	// y1.2 sleeps folio_wait_locked_killable()
					// BUG[y] sleep-in-atomic: folio_wait_locked_killable() in routes
	spin_unlock(&routes);
}

void routes_folio_wait_writeback_killable(struct folio *folio)
{
	spin_lock(&routes);		// z1.1 holds routes
	error = folio_wait_writeback_killable(folio);	// z1.2 sleeps folio_wait_writeback_killable()
					// BUG[z] sleep-in-atomic: folio_wait_writeback_killable() in routes
	spin_unlock(&routes);
}

void routes_wait_on_page_locked(struct page *page)
{
	spin_lock(&routes);		// aa1.1 holds routes
	wait_on_page_locked(page);	// aa1.2 sleeps wait_on_page_locked()
					// BUG[aa] sleep-in-atomic: wait_on_page_locked() in routes
	spin_unlock(&routes);
}

void routes_wait_on_page_writeback(struct page *page)
{
	spin_lock(&routes);		// ab1.1 holds routes
	wait_on_page_writeback(page);	// ab1.2 sleeps wait_on_page_writeback()
					// BUG[ab] sleep-in-atomic: wait_on_page_writeback() in routes
	spin_unlock(&routes);
}

void routes_wait_on_buffer(struct buffer_head *buffer)
{
	spin_lock(&routes);		// ac1.1 holds routes
	wait_on_buffer(buffer);		// ac1.2 sleeps wait_on_buffer()
					// BUG[ac] sleep-in-atomic: wait_on_buffer() in routes
	spin_unlock(&routes);
}

void routes_wait_on_buffer_innermost(struct buffer_head *buffer)
{
	spin_lock(&routes);		// ad1.1 holds routes
	__wait_on_buffer(buffer);	// ad1.2 sleeps __wait_on_buffer()
					// BUG[ad] sleep-in-atomic: __wait_on_buffer() in routes
	spin_unlock(&routes);
}
