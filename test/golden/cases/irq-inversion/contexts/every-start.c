// Every other way to start something in process context, which takes a lock of the interrupt with it on.
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
	spin_lock(&on_stack_lock);	// on_stack1.2 wants on_stack_lock
	spin_unlock(&on_stack_lock);
	spin_lock(&delayed_lock);	// delayed1.2 wants delayed_lock
	spin_unlock(&delayed_lock);
	spin_lock(&deferrable_lock);	// deferrable1.2 wants deferrable_lock
	spin_unlock(&deferrable_lock);
	spin_lock(&rcu_lock);		// rcu1.2 wants rcu_lock
	spin_unlock(&rcu_lock);
	spin_lock(&worker_lock);	// worker1.2 wants worker_lock
	spin_unlock(&worker_lock);
	spin_lock(&task_work_lock);	// task_work1.2 wants task_work_lock
	spin_unlock(&task_work_lock);
	spin_lock(&each_cpu_lock);	// each_cpu1.2 wants each_cpu_lock
	spin_unlock(&each_cpu_lock);
	spin_lock(&safe_lock);		// safe1.2 wants safe_lock
	spin_unlock(&safe_lock);
	spin_lock(&created_lock);	// created1.2 wants created_lock
	spin_unlock(&created_lock);
	spin_lock(&on_node_lock);	// on_node1.2 wants on_node_lock
	spin_unlock(&on_node_lock);
	spin_lock(&on_cpu_lock);	// on_cpu1.2 wants on_cpu_lock
	spin_unlock(&on_cpu_lock);
	spin_lock(&run_on_cpu_lock);	// run_on_cpu1.2 wants run_on_cpu_lock
	spin_unlock(&run_on_cpu_lock);
	spin_lock(&any_context_lock);	// any_context1.2 wants any_context_lock
	spin_unlock(&any_context_lock);
	spin_lock(&managed_lock);	// managed1.2 wants managed_lock
	spin_unlock(&managed_lock);
	spin_lock(&up_lock);		// up1.2 wants up_lock
	spin_unlock(&up_lock);
	spin_lock(&down_lock);		// down1.2 wants down_lock
	spin_unlock(&down_lock);
	spin_lock(&up_locked_lock);	// up_locked1.2 wants up_locked_lock
	spin_unlock(&up_locked_lock);
	spin_lock(&up_nocalls_lock);	// up_nocalls1.2 wants up_nocalls_lock
	spin_unlock(&up_nocalls_lock);
	spin_lock(&down_nocalls_lock);	// down_nocalls1.2 wants down_nocalls_lock
	spin_unlock(&down_nocalls_lock);
	spin_lock(&up_multi_lock);	// up_multi1.2 wants up_multi_lock
	spin_unlock(&up_multi_lock);
	return IRQ_HANDLED;
}

int interrupt_start(int irq, void *cookie)
{
	return request_irq(irq, interrupt, 0, "irq", cookie);	// on_stack1.1 starts interrupt
					// delayed1.1 starts interrupt; deferrable1.1 starts interrupt
					// rcu1.1 starts interrupt; worker1.1 starts interrupt
					// task_work1.1 starts interrupt; each_cpu1.1 starts interrupt
					// safe1.1 starts interrupt; created1.1 starts interrupt
					// on_node1.1 starts interrupt; on_cpu1.1 starts interrupt
					// run_on_cpu1.1 starts interrupt; any_context1.1 starts interrupt
					// managed1.1 starts interrupt; up1.1 starts interrupt
					// down1.1 starts interrupt; up_locked1.1 starts interrupt
					// up_nocalls1.1 starts interrupt; down_nocalls1.1 starts interrupt
					// up_multi1.1 starts interrupt
}

static void on_stack_run(struct work_struct *work)
{
	spin_lock(&on_stack_lock);	// on_stack2.2 wants on_stack_lock
					// BUG[on_stack] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    on_stack_lock
	spin_unlock(&on_stack_lock);
}

void on_stack_start(void)
{
	struct work_struct work;

	INIT_WORK_ONSTACK(&work, on_stack_run);	// on_stack2.1 starts on_stack_run
	schedule_work(&work);
	flush_work(&work);
	destroy_work_on_stack(&work);
}

static void delayed_run(struct work_struct *work)
{
	spin_lock(&delayed_lock);	// delayed2.2 wants delayed_lock
					// BUG[delayed] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    delayed_lock
	spin_unlock(&delayed_lock);
}

void delayed_start(void)
{
	struct delayed_work work;

	INIT_DELAYED_WORK_ONSTACK(&work, delayed_run);	// delayed2.1 starts delayed_run
	schedule_delayed_work(&work, 1);
	flush_delayed_work(&work);
	destroy_delayed_work_on_stack(&work);
}

static void deferrable_run(struct work_struct *work)
{
	spin_lock(&deferrable_lock);	// deferrable2.2 wants deferrable_lock
					// BUG[deferrable] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    deferrable_lock
	spin_unlock(&deferrable_lock);
}

void deferrable_start(struct delayed_work *work)
{
	INIT_DEFERRABLE_WORK(work, deferrable_run);	// deferrable2.1 starts deferrable_run
}

static void rcu_run(struct work_struct *work)
{
	spin_lock(&rcu_lock);		// rcu2.2 wants rcu_lock
					// BUG[rcu] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: rcu_lock
	spin_unlock(&rcu_lock);
}

void rcu_start(struct rcu_work *work)
{
	INIT_RCU_WORK(work, rcu_run);	// rcu2.1 starts rcu_run
}

static void worker_run(struct kthread_work *work)
{
	spin_lock(&worker_lock);	// worker2.2 wants worker_lock
					// BUG[worker] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    worker_lock
	spin_unlock(&worker_lock);
}

void worker_start(struct kthread_delayed_work *work)
{
	kthread_init_delayed_work(work, worker_run);	// worker2.1 starts worker_run
}

static void task_work_run_it(struct callback_head *work)
{
	spin_lock(&task_work_lock);	// task_work2.2 wants task_work_lock
					// BUG[task_work] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    task_work_lock
	spin_unlock(&task_work_lock);
}

void task_work_start(struct callback_head *work)
{
	init_task_work(work, task_work_run_it);	// task_work2.1 starts task_work_run_it
}

static void each_cpu_run(struct work_struct *work)
{
	spin_lock(&each_cpu_lock);	// each_cpu2.2 wants each_cpu_lock
					// BUG[each_cpu] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    each_cpu_lock
	spin_unlock(&each_cpu_lock);
}

void each_cpu_start(void)
{
	schedule_on_each_cpu(each_cpu_run);	// each_cpu2.1 starts each_cpu_run
}

static long safe_run(void *unused)
{
	spin_lock(&safe_lock);		// safe2.2 wants safe_lock
					// BUG[safe] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    safe_lock
	spin_unlock(&safe_lock);
	return 0;
}

void safe_start(int cpu)
{
	work_on_cpu_safe(cpu, safe_run, NULL);	// safe2.1 starts safe_run
}

static int created_run(void *unused)
{
	spin_lock(&created_lock);	// created2.2 wants created_lock
					// BUG[created] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    created_lock
	spin_unlock(&created_lock);
	return 0;
}

void created_start(void)
{
	kthread_create(created_run, NULL, "created");	// created2.1 starts created_run
}

static int on_node_run(void *unused)
{
	spin_lock(&on_node_lock);	// on_node2.2 wants on_node_lock
					// BUG[on_node] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    on_node_lock
	spin_unlock(&on_node_lock);
	return 0;
}

void on_node_start(int node)
{
	kthread_create_on_node(on_node_run, NULL, node, "on_node");	// on_node2.1 starts on_node_run
}

static int on_cpu_run(void *unused)
{
	spin_lock(&on_cpu_lock);	// on_cpu2.2 wants on_cpu_lock
					// BUG[on_cpu] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    on_cpu_lock
	spin_unlock(&on_cpu_lock);
	return 0;
}

void on_cpu_start(unsigned int cpu)
{
	kthread_create_on_cpu(on_cpu_run, NULL, cpu, "on_cpu/%u");	// on_cpu2.1 starts on_cpu_run
}

static int run_on_cpu_run(void *unused)
{
	spin_lock(&run_on_cpu_lock);	// run_on_cpu2.2 wants run_on_cpu_lock
					// BUG[run_on_cpu] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    run_on_cpu_lock
	spin_unlock(&run_on_cpu_lock);
	return 0;
}

void run_on_cpu_start(unsigned int cpu)
{
	kthread_run_on_cpu(run_on_cpu_run, NULL, cpu, "run_on_cpu/%u");	// run_on_cpu2.1 starts run_on_cpu_run
}

static irqreturn_t any_context_run(int irq, void *data)
{
	spin_lock(&any_context_lock);	// any_context2.2 wants any_context_lock
					// BUG[any_context] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    any_context_lock
	spin_unlock(&any_context_lock);
	return IRQ_HANDLED;
}

void any_context_start(int irq, void *cookie)
{
	request_any_context_irq(irq, any_context_run, 0, "any", cookie);	// any_context2.1 starts any_context_run
}

static irqreturn_t managed_run(int irq, void *data)
{
	spin_lock(&managed_lock);	// managed2.2 wants managed_lock
					// BUG[managed] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    managed_lock
	spin_unlock(&managed_lock);
	return IRQ_HANDLED;
}

void managed_start(struct device *dev, int irq, void *cookie)
{
	devm_request_any_context_irq(dev, irq, managed_run, 0, "any", cookie);	// managed2.1 starts managed_run
}

static int up_run(unsigned int cpu)
{
	spin_lock(&up_lock);		// up2.2 wants up_lock
					// BUG[up] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: up_lock
	spin_unlock(&up_lock);
	return 0;
}

void up_start(void)
{
	cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "up", up_run, NULL);	// up2.1 starts up_run
}

static int down_run(unsigned int cpu)
{
	spin_lock(&down_lock);		// down2.2 wants down_lock
					// BUG[down] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    down_lock
	spin_unlock(&down_lock);
	return 0;
}

void down_start(void)
{
	cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "down", NULL, down_run);	// down2.1 starts down_run
}

static int up_locked_run(unsigned int cpu)
{
	spin_lock(&up_locked_lock);	// up_locked2.2 wants up_locked_lock
					// BUG[up_locked] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    up_locked_lock
	spin_unlock(&up_locked_lock);
	return 0;
}

void up_locked_start(void)
{
	cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "up", up_locked_run, NULL);	// up_locked2.1 starts up_locked_run
}

static int up_nocalls_run(unsigned int cpu)
{
	spin_lock(&up_nocalls_lock);	// up_nocalls2.2 wants up_nocalls_lock
					// BUG[up_nocalls] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    up_nocalls_lock
	spin_unlock(&up_nocalls_lock);
	return 0;
}

void up_nocalls_start(void)
{
	cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "up", up_nocalls_run, NULL);	// up_nocalls2.1 starts up_nocalls_run
}

static int down_nocalls_run(unsigned int cpu)
{
	spin_lock(&down_nocalls_lock);	// down_nocalls2.2 wants down_nocalls_lock
					// BUG[down_nocalls] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    down_nocalls_lock
	spin_unlock(&down_nocalls_lock);
	return 0;
}

void down_nocalls_start(void)
{
	cpuhp_setup_state_nocalls_cpuslocked(CPUHP_AP_ONLINE_DYN, "down", NULL, down_nocalls_run);	// down_nocalls2.1 starts down_nocalls_run
}

static int up_multi_run(unsigned int cpu, struct hlist_node *node)
{
	spin_lock(&up_multi_lock);	// up_multi2.2 wants up_multi_lock
					// BUG[up_multi] irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    up_multi_lock
	spin_unlock(&up_multi_lock);
	return 0;
}

void up_multi_start(void)
{
	cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "up", up_multi_run, NULL);	// up_multi2.1 starts up_multi_run
}
