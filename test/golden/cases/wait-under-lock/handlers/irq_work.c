// The interrupt's work is waited for under the raw spinlock that it takes.
#include "kernel.h"
#include <linux/irq_work.h>
#include "trace.h"

static void trace_flush(struct irq_work *work)	// 2.2 holds trace.work
{
	struct trace *trace = container_of(work, struct trace, work);

	raw_spin_lock(&trace->lock);	// 2.3 wants trace.lock
	trace->used = 0;
	raw_spin_unlock(&trace->lock);
}

void trace_setup(struct trace *trace)
{
	init_irq_work(&trace->work, trace_flush);	// 2.1 starts trace_flush
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
	raw_spin_lock_irq(&trace->lock);	// 1.1 holds trace.lock
	trace->used = 0;
	irq_work_sync(&trace->work);	// 1.2 waits trace.work
					// BUG wait-under-lock: trace.lock -> trace.work -> trace.lock
	raw_spin_unlock_irq(&trace->lock);
}
