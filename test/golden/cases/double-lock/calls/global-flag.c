// The callee takes what its caller holds, but only while a global flag asks for a trace.
#include "kernel.h"
struct meter {
	struct mutex lock;
	int pulses, traced;
};
static bool meter_traces;

static noinline void meter_trace(struct meter *meter)
{
	if (!meter_traces)
		return;
	mutex_lock(&meter->lock);	// 1.3 wants meter.lock
	meter->traced++;
	mutex_unlock(&meter->lock);
}

void meter_enable_trace(bool on)
{
	meter_traces = on;
}

void meter_count(struct meter *meter)
{
	mutex_lock(&meter->lock);	// 1.1 holds meter.lock
	meter->pulses++;
	meter_trace(meter);		// 1.2 calls meter_trace
					// BUG double-lock low: meter.lock; only while a global
					//    variable has the right value
	mutex_unlock(&meter->lock);
}
