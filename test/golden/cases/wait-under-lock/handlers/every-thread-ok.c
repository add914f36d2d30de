// Threads of every other sort are stopped or parked after the mutex that they take.
// CLEAN
#include "kernel.h"

struct created {
	struct task_struct *task;
	struct mutex lock;
};

static int created_run(void *data)
{
	struct created *created = data;

	mutex_lock(&created->lock);
	mutex_unlock(&created->lock);
	return 0;
}

void created_make(struct created *created)
{
	created->task = kthread_create(created_run, created, "created");
}

void created_end(struct created *created)
{
	mutex_lock(&created->lock);
	mutex_unlock(&created->lock);
	kthread_stop(created->task);
}

struct on_node {
	struct task_struct *task;
	struct mutex lock;
};

static int on_node_run(void *data)
{
	struct on_node *on_node = data;

	mutex_lock(&on_node->lock);
	mutex_unlock(&on_node->lock);
	return 0;
}

void on_node_make(struct on_node *on_node)
{
	on_node->task = kthread_create_on_node(on_node_run, on_node, 0, "on_node");
}

void on_node_end(struct on_node *on_node)
{
	mutex_lock(&on_node->lock);
	mutex_unlock(&on_node->lock);
	kthread_park(on_node->task);
}

struct on_cpu {
	struct task_struct *task;
	struct mutex lock;
};

static int on_cpu_run(void *data)
{
	struct on_cpu *on_cpu = data;

	mutex_lock(&on_cpu->lock);
	mutex_unlock(&on_cpu->lock);
	return 0;
}

void on_cpu_make(struct on_cpu *on_cpu)
{
	on_cpu->task = kthread_create_on_cpu(on_cpu_run, on_cpu, 0, "on_cpu/%u");
}

void on_cpu_end(struct on_cpu *on_cpu)
{
	mutex_lock(&on_cpu->lock);
	mutex_unlock(&on_cpu->lock);
	kthread_park(on_cpu->task);
}

struct run_on_cpu {
	struct task_struct *task;
	struct mutex lock;
};

static int run_on_cpu_run(void *data)
{
	struct run_on_cpu *run_on_cpu = data;

	mutex_lock(&run_on_cpu->lock);
	mutex_unlock(&run_on_cpu->lock);
	return 0;
}

void run_on_cpu_make(struct run_on_cpu *run_on_cpu)
{
	run_on_cpu->task = kthread_run_on_cpu(run_on_cpu_run, run_on_cpu, 0, "run_on_cpu/%u");
}

void run_on_cpu_end(struct run_on_cpu *run_on_cpu)
{
	mutex_lock(&run_on_cpu->lock);
	mutex_unlock(&run_on_cpu->lock);
	kthread_stop(run_on_cpu->task);
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
	mutex_unlock(&line->lock);
	synchronize_irq(line->irq);
}
