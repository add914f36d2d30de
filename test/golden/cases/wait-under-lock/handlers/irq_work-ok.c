// The interrupt's work is waited for after the raw spinlock that it takes.
// CLEAN
#include "kernel.h"
#include <linux/irq_work.h>
#include "trace.h"

static void trace_flush(struct irq_work *work)
{
	struct trace *trace = container_of(work, struct trace, work);

	raw_spin_lock(&trace->lock);
	trace->used = 0;
	raw_spin_unlock(&trace->lock);
}

void trace_setup(struct trace *trace)
{
	init_irq_work(&trace->work, trace_flush);
}
//--- trace.h
struct trace {
	struct irq_work work;
	raw_spinlock_t lock;
	int used;
};
//--- stop.c
#include "kernel.h"
#include <linux/irq_work.h>
#include "trace.h"

void trace_stop(struct trace *trace)
{
	raw_spin_lock_irq(&trace->lock);
	trace->used = 0;
	raw_spin_unlock_irq(&trace->lock);
	irq_work_sync(&trace->work);
}
