// guard(spinlock_irqsave) is given back at the end of its own block.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DEFINE_SPINLOCK(stats);
static DEFINE_SPINLOCK(device);

void forward(void)
{
	{
		guard(spinlock_irqsave)(&stats);
	}
	spin_lock(&device);
	spin_unlock(&device);
}

void backward(void)
{
	spin_lock(&device);
	{
		guard(spinlock_irqsave)(&stats);
	}
	spin_unlock(&device);
}
