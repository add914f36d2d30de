// A tracer turns preemption off, and on twice where its buffer is full.
#include "kernel.h"
struct trace {
	int size, used, lost;
};

void trace_note(struct trace *trace)
{
	preempt_disable_notrace();		// 1.1 holds preempt-off
	if (trace->used == trace->size) {
		trace->lost++;
		preempt_enable_notrace();	// 1.2 releases preempt-off
		goto out;
	}
	trace->used++;
out:
	preempt_enable_notrace();		// 1.3 releases preempt-off
						// BUG lock-balance: preempt-off
}
