// Threads of every other sort are stopped or parked under the mutex that they take.
#include "kernel.h"

struct created {
	struct task_struct *task;
	struct mutex lock;
};

static int created_run(void *data)	// created2.2 holds created.task*
{
	struct created *created = data;

	mutex_lock(&created->lock);	// created2.3 wants created.lock
	mutex_unlock(&created->lock);
	return 0;
}

void created_make(struct created *created)
{
	created->task = kthread_create(created_run, created, "created");	// created2.1 starts created_run
}

void created_end(struct created *created)
{
	mutex_lock(&created->lock);	// created1.1 holds created.lock
	kthread_stop(created->task);	// created1.2 waits created.task*
					// BUG[created] wait-under-lock low: created.lock -> created.task* ->
					//    created.lock; the thread is reached through a stored pointer
	mutex_unlock(&created->lock);
}

struct on_node {
	struct task_struct *task;
	struct mutex lock;
};

static int on_node_run(void *data)	// on_node2.2 holds on_node.task*
{
	struct on_node *on_node = data;

	mutex_lock(&on_node->lock);	// on_node2.3 wants on_node.lock
	mutex_unlock(&on_node->lock);
	return 0;
}

void on_node_make(struct on_node *on_node)
{
	on_node->task = kthread_create_on_node(on_node_run, on_node, 0, "on_node");	// on_node2.1 starts on_node_run
}

void on_node_end(struct on_node *on_node)
{
	mutex_lock(&on_node->lock);	// on_node1.1 holds on_node.lock
	kthread_park(on_node->task);	// on_node1.2 waits on_node.task*
					// BUG[on_node] wait-under-lock low: on_node.lock -> on_node.task* ->
					//    on_node.lock; the thread is reached through a stored pointer
	mutex_unlock(&on_node->lock);
}

struct on_cpu {
	struct task_struct *task;
	struct mutex lock;
};

static int on_cpu_run(void *data)	// on_cpu2.2 holds on_cpu.task*
{
	struct on_cpu *on_cpu = data;

	mutex_lock(&on_cpu->lock);	// on_cpu2.3 wants on_cpu.lock
	mutex_unlock(&on_cpu->lock);
	return 0;
}

void on_cpu_make(struct on_cpu *on_cpu)
{
	on_cpu->task = kthread_create_on_cpu(on_cpu_run, on_cpu, 0, "on_cpu/%u");	// on_cpu2.1 starts on_cpu_run
}

void on_cpu_end(struct on_cpu *on_cpu)
{
	mutex_lock(&on_cpu->lock);	// on_cpu1.1 holds on_cpu.lock
	kthread_park(on_cpu->task);	// on_cpu1.2 waits on_cpu.task*
					// BUG[on_cpu] wait-under-lock low: on_cpu.lock -> on_cpu.task* ->
					//    on_cpu.lock; the thread is reached through a stored pointer
	mutex_unlock(&on_cpu->lock);
}

struct run_on_cpu {
	struct task_struct *task;
	struct mutex lock;
};

static int run_on_cpu_run(void *data)	// run_on_cpu2.2 holds run_on_cpu.task*
{
	struct run_on_cpu *run_on_cpu = data;

	mutex_lock(&run_on_cpu->lock);	// run_on_cpu2.3 wants run_on_cpu.lock
	mutex_unlock(&run_on_cpu->lock);
	return 0;
}

void run_on_cpu_make(struct run_on_cpu *run_on_cpu)
{
	run_on_cpu->task = kthread_run_on_cpu(run_on_cpu_run, run_on_cpu, 0, "run_on_cpu/%u");	// run_on_cpu2.1 starts run_on_cpu_run
}

void run_on_cpu_end(struct run_on_cpu *run_on_cpu)
{
	mutex_lock(&run_on_cpu->lock);	// run_on_cpu1.1 holds run_on_cpu.lock
	kthread_stop(run_on_cpu->task);	// run_on_cpu1.2 waits run_on_cpu.task*
					// BUG[run_on_cpu] wait-under-lock low: run_on_cpu.lock -> run_on_cpu.task*
					//    -> run_on_cpu.lock; the thread is reached through a stored pointer
	mutex_unlock(&run_on_cpu->lock);
}

struct line {
	struct mutex lock;
	int irq;
};

static irqreturn_t line_run(int irq, void *data)
{
	struct line *line = data;

	mutex_lock(&line->lock);
	mutex_unlock(&line->lock);
	return IRQ_HANDLED;
}

int line_make(struct line *line)
{
	return request_threaded_irq(line->irq, NULL, line_run, IRQF_ONESHOT, "line", line);
}

void line_end(struct line *line)
{
	mutex_lock(&line->lock);
	synchronize_irq(line->irq);
					// MISS wait-under-lock: which handler that is, the number does not say
	mutex_unlock(&line->lock);
}
