// guard(raw_spinlock) is held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
static DEFINE_RAW_SPINLOCK(stats);
static DEFINE_SPINLOCK(device);

void forward(void)
{
	guard(raw_spinlock)(&stats);
						// 2.1 calls class_raw_spinlock_constructor
						// 2.2 holds stats in spinlock.h
	spin_lock(&device);			// 2.3 wants device
	spin_unlock(&device);
}

void backward(void)
{
	spin_lock(&device);			// 1.1 holds device
	{
		guard(raw_spinlock)(&stats);
						// 1.2 calls class_raw_spinlock_constructor
						// 1.3 wants stats in spinlock.h
						// BUG lock-order: device -> stats -> device
	}
	spin_unlock(&device);
}
