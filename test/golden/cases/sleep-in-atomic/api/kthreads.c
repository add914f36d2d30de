// Threads are made, parked, flushed and stopped under the spinlock of the pump.
#include "kernel.h"
#include <linux/kthread.h>
#include <linux/sched/task.h>
static DEFINE_SPINLOCK(valve);
static struct task_struct *pump;
static int error;

static int turn(void *nothing)
{
	return 0;
}

void valve_kthread_create(void)
{
	spin_lock(&valve);		// a1.1 holds valve
	pump = kthread_create(turn, NULL, "pump");	// a1.2 sleeps kthread_create()
					// BUG[a] sleep-in-atomic: kthread_create() in valve
	spin_unlock(&valve);
}

void valve_kthread_create_on_node(void)
{
	spin_lock(&valve);		// b1.1 holds valve
	pump = kthread_create_on_node(turn, NULL, 0, "pump");	// b1.2 sleeps kthread_create_on_node()
					// BUG[b] sleep-in-atomic: kthread_create_on_node() in valve
	spin_unlock(&valve);
}

void valve_kthread_create_on_cpu(void)
{
	spin_lock(&valve);		// c1.1 holds valve
	pump = kthread_create_on_cpu(turn, NULL, 1, "pump/%u");	// c1.2 sleeps kthread_create_on_cpu()
					// BUG[c] sleep-in-atomic: kthread_create_on_cpu() in valve
	spin_unlock(&valve);
}

void valve_kthread_run(void)
{
	spin_lock(&valve);		// d1.1 holds valve
	pump = kthread_run(turn, NULL, "pump");	// d1.2 sleeps kthread_run()
					// BUG[d] sleep-in-atomic: kthread_run() in valve
	spin_unlock(&valve);
}

void valve_kthread_run_on_cpu(void)
{
	spin_lock(&valve);		// e1.1 holds valve
	pump = kthread_run_on_cpu(turn, NULL, 1, "pump/%u");	// e1.2 sleeps kthread_run_on_cpu()
					// BUG[e] sleep-in-atomic: kthread_run_on_cpu() in valve
	spin_unlock(&valve);
}

void valve_kernel_thread(void)
{
	spin_lock(&valve);		// f1.1 holds valve
	error = kernel_thread(turn, NULL, "pump", 0);	// f1.2 sleeps kernel_thread()
					// BUG[f] sleep-in-atomic: kernel_thread() in valve
	spin_unlock(&valve);
}

void valve_user_mode_thread(void)
{
	spin_lock(&valve);		// g1.1 holds valve
	error = user_mode_thread(turn, NULL, 0);	// g1.2 sleeps user_mode_thread()
					// BUG[g] sleep-in-atomic: user_mode_thread() in valve
	spin_unlock(&valve);
}

void valve_kthread_stop(struct task_struct *task)
{
	spin_lock(&valve);		// h1.1 holds valve
	error = kthread_stop(task);	// h1.2 sleeps kthread_stop()
					// BUG[h] sleep-in-atomic: kthread_stop() in valve
	spin_unlock(&valve);
}

void valve_kthread_stop_put(struct task_struct *task)
{
	spin_lock(&valve);		// i1.1 holds valve
	error = kthread_stop_put(task);	// i1.2 sleeps kthread_stop_put()
					// BUG[i] sleep-in-atomic: kthread_stop_put() in valve
	spin_unlock(&valve);
}

void valve_kthread_park(struct task_struct *task)
{
	spin_lock(&valve);		// j1.1 holds valve
	error = kthread_park(task);	// j1.2 sleeps kthread_park()
					// BUG[j] sleep-in-atomic low: kthread_park() in valve; not if it parks itself
	spin_unlock(&valve);
}

void valve_kthread_flush_work(struct kthread_work *work)
{
	spin_lock(&valve);		// k1.1 holds valve
	kthread_flush_work(work);	// k1.2 sleeps kthread_flush_work()
					// BUG[k] sleep-in-atomic: kthread_flush_work() in valve
	spin_unlock(&valve);
}

void valve_kthread_cancel_work_sync(struct kthread_work *work)
{
	spin_lock(&valve);		// l1.1 holds valve
	error = kthread_cancel_work_sync(work);	// l1.2 sleeps kthread_cancel_work_sync()
					// BUG[l] sleep-in-atomic: kthread_cancel_work_sync() in valve
	spin_unlock(&valve);
}

void valve_kthread_cancel_delayed_work_sync(struct kthread_delayed_work *work)
{
	spin_lock(&valve);		// m1.1 holds valve
	error = kthread_cancel_delayed_work_sync(work);	// m1.2 sleeps kthread_cancel_delayed_work_sync()
					// BUG[m] sleep-in-atomic: kthread_cancel_delayed_work_sync() in valve
	spin_unlock(&valve);
}

void valve_kthread_flush_worker(struct kthread_worker *worker)
{
	spin_lock(&valve);		// n1.1 holds valve
	kthread_flush_worker(worker);	// n1.2 sleeps kthread_flush_worker()
					// BUG[n] sleep-in-atomic: kthread_flush_worker() in valve
	spin_unlock(&valve);
}

void valve_kthread_destroy_worker(struct kthread_worker *worker)
{
	spin_lock(&valve);		// o1.1 holds valve
	kthread_destroy_worker(worker);	// o1.2 sleeps kthread_destroy_worker()
					// BUG[o] sleep-in-atomic: kthread_destroy_worker() in valve
	spin_unlock(&valve);
}
