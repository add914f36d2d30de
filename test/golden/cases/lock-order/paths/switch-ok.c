// Each case of the switch takes one lock and breaks.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int command)
{
	switch (command) {
	case 1:
		mutex_lock(&a);
		break;
	case 2:
		mutex_lock(&b);
		mutex_unlock(&b);
		break;
	default:
		break;
	}
	if (command == 1)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
