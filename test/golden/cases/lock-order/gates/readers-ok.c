// Only one writer holds an rwsem, so the two cannot meet.
// CLEAN
#include "kernel.h"
static DECLARE_RWSEM(gate);
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	down_write(&gate);
	spin_lock(&a);
	spin_lock(&b);
	spin_unlock(&b);
	spin_unlock(&a);
	up_write(&gate);
}

void backward(void)
{
	down_write(&gate);
	spin_lock(&b);
	spin_lock(&a);
	spin_unlock(&a);
	spin_unlock(&b);
	up_write(&gate);
}
