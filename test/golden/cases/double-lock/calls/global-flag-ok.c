// The callee takes a lock while a global flag asks for a trace, and its caller has given it back.
// CLEAN
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
	mutex_lock(&meter->lock);
	meter->traced++;
	mutex_unlock(&meter->lock);
}

void meter_enable_trace(bool on)
{
	meter_traces = on;
}

void meter_count(struct meter *meter)
{
	mutex_lock(&meter->lock);
	meter->pulses++;
	mutex_unlock(&meter->lock);
	meter_trace(meter);
}
