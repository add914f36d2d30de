// A tracer turns preemption off, and on once, whether or not its buffer is full.
// CLEAN
#include "kernel.h"
struct trace {
	int size, used, lost;
};

void trace_note(struct trace *trace)
{
	preempt_disable_notrace();
	if (trace->used == trace->size) {
		trace->lost++;
		goto out;
	}
	trace->used++;
out:
	preempt_enable_notrace();
}
