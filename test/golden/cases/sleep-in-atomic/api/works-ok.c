// The end of a printer's jobs is waited for after its spinlock; under it they are queued, and timers stopped.
// CLEAN
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
	spin_lock(&printer);
	spin_unlock(&printer);
	flush_workqueue(queue);
}

void printer_flush_workqueue_innermost(struct workqueue_struct *queue)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	__flush_workqueue(queue);
}

void printer_drain_workqueue(struct workqueue_struct *queue)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	drain_workqueue(queue);
}

void printer_destroy_workqueue(struct workqueue_struct *queue)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	destroy_workqueue(queue);
}

void printer_alloc_workqueue(void)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	jobs = alloc_workqueue("jobs", WQ_UNBOUND, 0);
}

void printer_alloc_ordered_workqueue(void)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	jobs = alloc_ordered_workqueue("jobs", 0);
}

void printer_flush_work(struct work_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = flush_work(job);
}

void printer_cancel_work_sync(struct work_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = cancel_work_sync(job);
}

void printer_disable_work_sync(struct work_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = disable_work_sync(job);
}

void printer_flush_delayed_work(struct delayed_work *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = flush_delayed_work(job);
}

void printer_cancel_delayed_work_sync(struct delayed_work *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = cancel_delayed_work_sync(job);
}

void printer_disable_delayed_work_sync(struct delayed_work *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = disable_delayed_work_sync(job);
}

void printer_flush_rcu_work(struct rcu_work *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	pending = flush_rcu_work(job);
}

void printer_schedule_on_each_cpu(void)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	error = schedule_on_each_cpu(print);
}

void printer_work_on_cpu(void)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	error = work_on_cpu(1, count, NULL);
}

void printer_work_on_cpu_safe(void)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	error = work_on_cpu_safe(1, count, NULL);
}

void printer_irq_work_sync(struct irq_work *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	irq_work_sync(job);
}

void printer_tasklet_kill(struct tasklet_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	tasklet_kill(job);
}

void printer_tasklet_disable(struct tasklet_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	tasklet_disable(job);
}

void printer_tasklet_unlock_wait(struct tasklet_struct *job)
{
	spin_lock(&printer);
	spin_unlock(&printer);
	tasklet_unlock_wait(job);
}

void printer_tasklet_unlock_spin_wait(struct tasklet_struct *job)
{
	spin_lock(&printer);
	tasklet_unlock_spin_wait(job);
	spin_unlock(&printer);
}

void printer_tasklet_disable_in_atomic(struct tasklet_struct *job)
{
	spin_lock(&printer);
	tasklet_disable_in_atomic(job);
	spin_unlock(&printer);
}

void printer_tasklet_schedule(struct tasklet_struct *job)
{
	spin_lock(&printer);
	tasklet_schedule(job);
	spin_unlock(&printer);
}

void printer_timer_delete_sync(struct timer_list *timer)
{
	spin_lock(&printer);
	timer_delete_sync(timer);
	spin_unlock(&printer);
}

void printer_del_timer_sync(struct timer_list *timer)
{
	spin_lock(&printer);
	del_timer_sync(timer);
	spin_unlock(&printer);
}

void printer_timer_shutdown_sync(struct timer_list *timer)
{
	spin_lock(&printer);
	timer_shutdown_sync(timer);
	spin_unlock(&printer);
}

void printer_timer_delete(struct timer_list *timer)
{
	spin_lock(&printer);
	timer_delete(timer);
	spin_unlock(&printer);
}

void printer_timer_shutdown(struct timer_list *timer)
{
	spin_lock(&printer);
	timer_shutdown(timer);
	spin_unlock(&printer);
}

void printer_hrtimer_cancel(struct hrtimer *timer)
{
	spin_lock(&printer);
	hrtimer_cancel(timer);
	spin_unlock(&printer);
}

void printer_queue_work(struct work_struct *job)
{
	spin_lock(&printer);
	pending = queue_work(jobs, job);
	spin_unlock(&printer);
}

void printer_schedule_work(struct work_struct *job)
{
	spin_lock(&printer);
	pending = schedule_work(job);
	spin_unlock(&printer);
}

void printer_cancel_work(struct work_struct *job)
{
	spin_lock(&printer);
	pending = cancel_work(job);
	spin_unlock(&printer);
}

void printer_cancel_delayed_work(struct delayed_work *job)
{
	spin_lock(&printer);
	pending = cancel_delayed_work(job);
	spin_unlock(&printer);
}

void printer_mod_delayed_work(struct delayed_work *job)
{
	spin_lock(&printer);
	pending = mod_delayed_work(jobs, job, HZ);
	spin_unlock(&printer);
}

void printer_irq_work_queue(struct irq_work *job)
{
	spin_lock(&printer);
	pending = irq_work_queue(job);
	spin_unlock(&printer);
}
