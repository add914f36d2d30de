// Preemption stays off where the register window is not mapped.
#include "kernel.h"
struct window {
	int *registers;
	int writes;
};

int window_write(struct window *window, int value)
{
	preempt_disable();	// 1.1 holds preempt-off
	if (!window->registers)
		return -ENXIO;
				// BUG lock-balance: preempt-off
	window->registers[0] = value;
	window->writes++;
	preempt_enable();	// 2.1 releases preempt-off
	return 0;
}
