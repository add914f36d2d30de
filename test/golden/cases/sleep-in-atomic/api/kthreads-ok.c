// Threads are made, parked, flushed and stopped after the spinlock of the pump, and woken under it.
// CLEAN
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
	spin_lock(&valve);
	spin_unlock(&valve);
	pump = kthread_create(turn, NULL, "pump");
}

void valve_kthread_create_on_node(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	pump = kthread_create_on_node(turn, NULL, 0, "pump");
}

void valve_kthread_create_on_cpu(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	pump = kthread_create_on_cpu(turn, NULL, 1, "pump/%u");
}

void valve_kthread_run(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	pump = kthread_run(turn, NULL, "pump");
}

void valve_kthread_run_on_cpu(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	pump = kthread_run_on_cpu(turn, NULL, 1, "pump/%u");
}

void valve_kernel_thread(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kernel_thread(turn, NULL, "pump", 0);
}

void valve_user_mode_thread(void)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = user_mode_thread(turn, NULL, 0);
}

void valve_kthread_stop(struct task_struct *task)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kthread_stop(task);
}

void valve_kthread_stop_put(struct task_struct *task)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kthread_stop_put(task);
}

void valve_kthread_park(struct task_struct *task)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kthread_park(task);
}

void valve_kthread_flush_work(struct kthread_work *work)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	kthread_flush_work(work);
}

void valve_kthread_cancel_work_sync(struct kthread_work *work)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kthread_cancel_work_sync(work);
}

void valve_kthread_cancel_delayed_work_sync(struct kthread_delayed_work *work)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	error = kthread_cancel_delayed_work_sync(work);
}

void valve_kthread_flush_worker(struct kthread_worker *worker)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	kthread_flush_worker(worker);
}

void valve_kthread_destroy_worker(struct kthread_worker *worker)
{
	spin_lock(&valve);
	spin_unlock(&valve);
	kthread_destroy_worker(worker);
}

void valve_kthread_queue_work(struct kthread_worker *worker, struct kthread_work *work)
{
	spin_lock(&valve);
	error = kthread_queue_work(worker, work);
	spin_unlock(&valve);
}

void valve_kthread_unpark(struct task_struct *task)
{
	spin_lock(&valve);
	kthread_unpark(task);
	spin_unlock(&valve);
}

void valve_kthread_should_stop(void)
{
	spin_lock(&valve);
	error = kthread_should_stop();
	spin_unlock(&valve);
}

void valve_wake_up_process(struct task_struct *task)
{
	spin_lock(&valve);
	error = wake_up_process(task);
	spin_unlock(&valve);
}
