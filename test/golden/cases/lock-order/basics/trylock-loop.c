// Trying until it succeeds is waiting.
#include "kernel.h"
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	spin_lock(&a);			// 1.1 holds a
	while (!spin_trylock(&b))	// 1.2 wants b
					// BUG lock-order: a -> b -> a
		cpu_relax();
	spin_unlock(&b);
	spin_unlock(&a);
}

void backward(void)
{
	spin_lock(&b);			// 2.1 holds b
	spin_lock(&a);			// 2.2 wants a
	spin_unlock(&a);
	spin_unlock(&b);
}
