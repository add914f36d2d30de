// Every other way to start something in process context, which takes a lock of the interrupt with it off.
// CLEAN
#include "kernel.h"
#include <linux/cpuhotplug.h>
#include <linux/task_work.h>

static DEFINE_SPINLOCK(on_stack_lock);
static DEFINE_SPINLOCK(delayed_lock);
static DEFINE_SPINLOCK(deferrable_lock);
static DEFINE_SPINLOCK(rcu_lock);
static DEFINE_SPINLOCK(worker_lock);
static DEFINE_SPINLOCK(task_work_lock);
static DEFINE_SPINLOCK(each_cpu_lock);
static DEFINE_SPINLOCK(safe_lock);
static DEFINE_SPINLOCK(created_lock);
static DEFINE_SPINLOCK(on_node_lock);
static DEFINE_SPINLOCK(on_cpu_lock);
static DEFINE_SPINLOCK(run_on_cpu_lock);
static DEFINE_SPINLOCK(any_context_lock);
static DEFINE_SPINLOCK(managed_lock);
static DEFINE_SPINLOCK(up_lock);
static DEFINE_SPINLOCK(down_lock);
static DEFINE_SPINLOCK(up_locked_lock);
static DEFINE_SPINLOCK(up_nocalls_lock);
static DEFINE_SPINLOCK(down_nocalls_lock);
static DEFINE_SPINLOCK(up_multi_lock);

static irqreturn_t interrupt(int irq, void *data)
{
	spin_lock(&on_stack_lock);
	spin_unlock(&on_stack_lock);
	spin_lock(&delayed_lock);
	spin_unlock(&delayed_lock);
	spin_lock(&deferrable_lock);
	spin_unlock(&deferrable_lock);
	spin_lock(&rcu_lock);
	spin_unlock(&rcu_lock);
	spin_lock(&worker_lock);
	spin_unlock(&worker_lock);
	spin_lock(&task_work_lock);
	spin_unlock(&task_work_lock);
	spin_lock(&each_cpu_lock);
	spin_unlock(&each_cpu_lock);
	spin_lock(&safe_lock);
	spin_unlock(&safe_lock);
	spin_lock(&created_lock);
	spin_unlock(&created_lock);
	spin_lock(&on_node_lock);
	spin_unlock(&on_node_lock);
	spin_lock(&on_cpu_lock);
	spin_unlock(&on_cpu_lock);
	spin_lock(&run_on_cpu_lock);
	spin_unlock(&run_on_cpu_lock);
	spin_lock(&any_context_lock);
	spin_unlock(&any_context_lock);
	spin_lock(&managed_lock);
	spin_unlock(&managed_lock);
	spin_lock(&up_lock);
	spin_unlock(&up_lock);
	spin_lock(&down_lock);
	spin_unlock(&down_lock);
	spin_lock(&up_locked_lock);
	spin_unlock(&up_locked_lock);
	spin_lock(&up_nocalls_lock);
	spin_unlock(&up_nocalls_lock);
	spin_lock(&down_nocalls_lock);
	spin_unlock(&down_nocalls_lock);
	spin_lock(&up_multi_lock);
	spin_unlock(&up_multi_lock);
	return IRQ_HANDLED;
}

int interrupt_start(int irq, void *cookie)
{
	return request_irq(irq, interrupt, 0, "irq", cookie);
}

static void on_stack_run(struct work_struct *work)
{
	spin_lock_irq(&on_stack_lock);
	spin_unlock_irq(&on_stack_lock);
}

void on_stack_start(void)
{
	struct work_struct work;

	INIT_WORK_ONSTACK(&work, on_stack_run);
	schedule_work(&work);
	flush_work(&work);
	destroy_work_on_stack(&work);
}

static void delayed_run(struct work_struct *work)
{
	spin_lock_irq(&delayed_lock);
	spin_unlock_irq(&delayed_lock);
}

void delayed_start(void)
{
	struct delayed_work work;

	INIT_DELAYED_WORK_ONSTACK(&work, delayed_run);
	schedule_delayed_work(&work, 1);
	flush_delayed_work(&work);
	destroy_delayed_work_on_stack(&work);
}

static void deferrable_run(struct work_struct *work)
{
	spin_lock_irq(&deferrable_lock);
	spin_unlock_irq(&deferrable_lock);
}

void deferrable_start(struct delayed_work *work)
{
	INIT_DEFERRABLE_WORK(work, deferrable_run);
}

static void rcu_run(struct work_struct *work)
{
	spin_lock_irq(&rcu_lock);
	spin_unlock_irq(&rcu_lock);
}

void rcu_start(struct rcu_work *work)
{
	INIT_RCU_WORK(work, rcu_run);
}

static void worker_run(struct kthread_work *work)
{
	spin_lock_irq(&worker_lock);
	spin_unlock_irq(&worker_lock);
}

void worker_start(struct kthread_delayed_work *work)
{
	kthread_init_delayed_work(work, worker_run);
}

static void task_work_run_it(struct callback_head *work)
{
	spin_lock_irq(&task_work_lock);
	spin_unlock_irq(&task_work_lock);
}

void task_work_start(struct callback_head *work)
{
	init_task_work(work, task_work_run_it);
}

static void each_cpu_run(struct work_struct *work)
{
	spin_lock_irq(&each_cpu_lock);
	spin_unlock_irq(&each_cpu_lock);
}

void each_cpu_start(void)
{
	schedule_on_each_cpu(each_cpu_run);
}

static long safe_run(void *unused)
{
	spin_lock_irq(&safe_lock);
	spin_unlock_irq(&safe_lock);
	return 0;
}

void safe_start(int cpu)
{
	work_on_cpu_safe(cpu, safe_run, NULL);
}

static int created_run(void *unused)
{
	spin_lock_irq(&created_lock);
	spin_unlock_irq(&created_lock);
	return 0;
}

void created_start(void)
{
	kthread_create(created_run, NULL, "created");
}

static int on_node_run(void *unused)
{
	spin_lock_irq(&on_node_lock);
	spin_unlock_irq(&on_node_lock);
	return 0;
}

void on_node_start(int node)
{
	kthread_create_on_node(on_node_run, NULL, node, "on_node");
}

static int on_cpu_run(void *unused)
{
	spin_lock_irq(&on_cpu_lock);
	spin_unlock_irq(&on_cpu_lock);
	return 0;
}

void on_cpu_start(unsigned int cpu)
{
	kthread_create_on_cpu(on_cpu_run, NULL, cpu, "on_cpu/%u");
}

static int run_on_cpu_run(void *unused)
{
	spin_lock_irq(&run_on_cpu_lock);
	spin_unlock_irq(&run_on_cpu_lock);
	return 0;
}

void run_on_cpu_start(unsigned int cpu)
{
	kthread_run_on_cpu(run_on_cpu_run, NULL, cpu, "run_on_cpu/%u");
}

static irqreturn_t any_context_run(int irq, void *data)
{
	spin_lock_irq(&any_context_lock);
	spin_unlock_irq(&any_context_lock);
	return IRQ_HANDLED;
}

void any_context_start(int irq, void *cookie)
{
	request_any_context_irq(irq, any_context_run, 0, "any", cookie);
}

static irqreturn_t managed_run(int irq, void *data)
{
	spin_lock_irq(&managed_lock);
	spin_unlock_irq(&managed_lock);
	return IRQ_HANDLED;
}

void managed_start(struct device *dev, int irq, void *cookie)
{
	devm_request_any_context_irq(dev, irq, managed_run, 0, "any", cookie);
}

static int up_run(unsigned int cpu)
{
	spin_lock_irq(&up_lock);
	spin_unlock_irq(&up_lock);
	return 0;
}

void up_start(void)
{
	cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "up", up_run, NULL);
}

static int down_run(unsigned int cpu)
{
	spin_lock_irq(&down_lock);
	spin_unlock_irq(&down_lock);
	return 0;
}

void down_start(void)
{
	cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "down", NULL, down_run);
}

static int up_locked_run(unsigned int cpu)
{
	spin_lock_irq(&up_locked_lock);
	spin_unlock_irq(&up_locked_lock);
	return 0;
}

void up_locked_start(void)
{
	cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "up", up_locked_run, NULL);
}

static int up_nocalls_run(unsigned int cpu)
{
	spin_lock_irq(&up_nocalls_lock);
	spin_unlock_irq(&up_nocalls_lock);
	return 0;
}

void up_nocalls_start(void)
{
	cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "up", up_nocalls_run, NULL);
}

static int down_nocalls_run(unsigned int cpu)
{
	spin_lock_irq(&down_nocalls_lock);
	spin_unlock_irq(&down_nocalls_lock);
	return 0;
}

void down_nocalls_start(void)
{
	cpuhp_setup_state_nocalls_cpuslocked(CPUHP_AP_ONLINE_DYN, "down", NULL, down_nocalls_run);
}

static int up_multi_run(unsigned int cpu, struct hlist_node *node)
{
	spin_lock_irq(&up_multi_lock);
	spin_unlock_irq(&up_multi_lock);
	return 0;
}

void up_multi_start(void)
{
	cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "up", up_multi_run, NULL);
}
