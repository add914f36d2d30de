// One thread at a time has the gate, so the two cannot meet.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(gate);
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	spin_lock(&gate);
	spin_lock(&a);
	spin_lock(&b);
	spin_unlock(&b);
	spin_unlock(&a);
	spin_unlock(&gate);
}

void backward(void)
{
	spin_lock(&gate);
	spin_lock(&b);
	spin_lock(&a);
	spin_unlock(&a);
	spin_unlock(&b);
	spin_unlock(&gate);
}
