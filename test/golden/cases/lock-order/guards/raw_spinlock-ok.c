// guard(raw_spinlock) is given back at the end of its own block.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DEFINE_RAW_SPINLOCK(stats);
static DEFINE_SPINLOCK(device);

void forward(void)
{
	{
		guard(raw_spinlock)(&stats);
	}
	spin_lock(&device);
	spin_unlock(&device);
}

void backward(void)
{
	spin_lock(&device);
	{
		guard(raw_spinlock)(&stats);
	}
	spin_unlock(&device);
}
