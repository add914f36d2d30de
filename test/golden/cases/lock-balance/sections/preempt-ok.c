// Preemption is turned off after it is known that the register window is mapped.
// CLEAN
#include "kernel.h"
struct window {
	int *registers;
	int writes;
};

int window_write(struct window *window, int value)
{
	if (!window->registers)
		return -ENXIO;
	preempt_disable();
	window->registers[0] = value;
	window->writes++;
	preempt_enable();
	return 0;
}
