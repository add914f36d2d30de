// Any number of readers hold an rwsem at a time.
#include "kernel.h"
static DECLARE_RWSEM(gate);
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	down_read(&gate);
	spin_lock(&a);		// 1.1 holds a
	spin_lock(&b);		// 1.2 wants b
				// BUG lock-order: a -> b -> a
	spin_unlock(&b);
	spin_unlock(&a);
	up_read(&gate);
}

void backward(void)
{
	down_read(&gate);
	spin_lock(&b);		// 2.1 holds b
	spin_lock(&a);		// 2.2 wants a
	spin_unlock(&a);
	spin_unlock(&b);
	up_read(&gate);
}
