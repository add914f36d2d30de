// The end of a printer's jobs is waited for under its spinlock.
#include "kernel.h"
#include <linux/hrtimer.h>
#include <linux/irq_work.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
static DEFINE_SPINLOCK(printer);
static struct workqueue_struct *jobs;
static bool pending;
static long error;

static void print(struct work_struct *job)
{
}

static long count(void *nothing)
{
	return 0;
}

void printer_flush_workqueue(struct workqueue_struct *queue)
{
	spin_lock(&printer);		// a1.1 holds printer
	flush_workqueue(queue);		// a1.2 sleeps flush_workqueue()
					// BUG[a] sleep-in-atomic: flush_workqueue() in printer
	spin_unlock(&printer);
}

void printer_flush_workqueue_innermost(struct workqueue_struct *queue)
{
	spin_lock(&printer);		// b1.1 holds printer
	__flush_workqueue(queue);	// b1.2 sleeps __flush_workqueue()
					// BUG[b] sleep-in-atomic: __flush_workqueue() in printer
	spin_unlock(&printer);
}

void printer_drain_workqueue(struct workqueue_struct *queue)
{
	spin_lock(&printer);		// c1.1 holds printer
	drain_workqueue(queue);		// c1.2 sleeps drain_workqueue()
					// BUG[c] sleep-in-atomic: drain_workqueue() in printer
	spin_unlock(&printer);
}

void printer_destroy_workqueue(struct workqueue_struct *queue)
{
	spin_lock(&printer);		// d1.1 holds printer
	destroy_workqueue(queue);	// d1.2 sleeps destroy_workqueue()
					// BUG[d] sleep-in-atomic: destroy_workqueue() in printer
	spin_unlock(&printer);
}

void printer_alloc_workqueue(void)
{
	spin_lock(&printer);		// e1.1 holds printer
	jobs = alloc_workqueue("jobs", WQ_UNBOUND, 0);	// e1.2 sleeps alloc_workqueue()
					// BUG[e] sleep-in-atomic: alloc_workqueue() in printer
	spin_unlock(&printer);
}

void printer_alloc_ordered_workqueue(void)
{
	spin_lock(&printer);		// f1.1 holds printer
	jobs = alloc_ordered_workqueue("jobs", 0);	// f1.2 sleeps alloc_workqueue()
					// BUG[f] sleep-in-atomic: alloc_workqueue() in printer
	spin_unlock(&printer);
}

void printer_flush_work(struct work_struct *job)
{
	spin_lock(&printer);		// g1.1 holds printer
	pending = flush_work(job);	// g1.2 sleeps flush_work()
					// BUG[g] sleep-in-atomic: flush_work() in printer
	spin_unlock(&printer);
}

void printer_cancel_work_sync(struct work_struct *job)
{
	spin_lock(&printer);		// h1.1 holds printer
	pending = cancel_work_sync(job);	// h1.2 sleeps cancel_work_sync()
					// BUG[h] sleep-in-atomic: cancel_work_sync() in printer
	spin_unlock(&printer);
}

void printer_disable_work_sync(struct work_struct *job)
{
	spin_lock(&printer);		// i1.1 holds printer
	pending = disable_work_sync(job);	// i1.2 sleeps disable_work_sync()
					// BUG[i] sleep-in-atomic: disable_work_sync() in printer
	spin_unlock(&printer);
}

void printer_flush_delayed_work(struct delayed_work *job)
{
	spin_lock(&printer);		// j1.1 holds printer
	pending = flush_delayed_work(job);	// j1.2 sleeps flush_delayed_work()
					// BUG[j] sleep-in-atomic: flush_delayed_work() in printer
	spin_unlock(&printer);
}

void printer_cancel_delayed_work_sync(struct delayed_work *job)
{
	spin_lock(&printer);		// k1.1 holds printer
	pending = cancel_delayed_work_sync(job);	// k1.2 sleeps cancel_delayed_work_sync()
					// BUG[k] sleep-in-atomic: cancel_delayed_work_sync() in printer
	spin_unlock(&printer);
}

void printer_disable_delayed_work_sync(struct delayed_work *job)
{
	spin_lock(&printer);		// l1.1 holds printer
	pending = disable_delayed_work_sync(job);	// l1.2 sleeps disable_delayed_work_sync()
					// BUG[l] sleep-in-atomic: disable_delayed_work_sync() in printer
	spin_unlock(&printer);
}

void printer_flush_rcu_work(struct rcu_work *job)
{
	spin_lock(&printer);		// m1.1 holds printer
	pending = flush_rcu_work(job);	// m1.2 sleeps flush_rcu_work()
					// BUG[m] sleep-in-atomic: flush_rcu_work() in printer
	spin_unlock(&printer);
}

void printer_schedule_on_each_cpu(void)
{
	spin_lock(&printer);		// n1.1 holds printer
	error = schedule_on_each_cpu(print);	// n1.2 sleeps schedule_on_each_cpu()
					// BUG[n] sleep-in-atomic: schedule_on_each_cpu() in printer
	spin_unlock(&printer);
}

void printer_work_on_cpu(void)
{
	spin_lock(&printer);		// o1.1 holds printer
	error = work_on_cpu(1, count, NULL);	// o1.2 sleeps work_on_cpu()
					// BUG[o] sleep-in-atomic: work_on_cpu() in printer
	spin_unlock(&printer);
}

void printer_work_on_cpu_safe(void)
{
	spin_lock(&printer);		// p1.1 holds printer
	error = work_on_cpu_safe(1, count, NULL);	// p1.2 sleeps work_on_cpu_safe()
					// BUG[p] sleep-in-atomic: work_on_cpu_safe() in printer
	spin_unlock(&printer);
}

void printer_irq_work_sync(struct irq_work *job)
{
	spin_lock(&printer);		// q1.1 holds printer
	irq_work_sync(job);		// q1.2 sleeps irq_work_sync()
					// BUG[q] sleep-in-atomic: irq_work_sync() in printer
	spin_unlock(&printer);
}

void printer_tasklet_kill(struct tasklet_struct *job)
{
	spin_lock(&printer);		// r1.1 holds printer
	tasklet_kill(job);		// r1.2 sleeps tasklet_kill()
					// BUG[r] sleep-in-atomic: tasklet_kill() in printer
	spin_unlock(&printer);
}

void printer_tasklet_disable(struct tasklet_struct *job)
{
	spin_lock(&printer);		// s1.1 holds printer
	tasklet_disable(job);		// s1.2 sleeps tasklet_disable()
					// BUG[s] sleep-in-atomic: tasklet_disable() in printer
	spin_unlock(&printer);
}

void printer_tasklet_unlock_wait(struct tasklet_struct *job)
{
	spin_lock(&printer);	// founda1.1 holds printer
	tasklet_unlock_wait(job);	// founda1.2 sleeps tasklet_unlock_wait()
					// BUG[founda] sleep-in-atomic: tasklet_unlock_wait() in printer
	spin_unlock(&printer);
}
