// Trying until it succeeds is waiting.
#include "kernel.h"
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	spin_lock(&a);
	while (!spin_trylock(&b))
		cpu_relax();
				// MISS lock-order: a -> b -> a;
				//    a loop that ends only when a trylock succeeds is not seen as blocking
	spin_unlock(&b);
	spin_unlock(&a);
}

void backward(void)
{
	spin_lock(&b);
	spin_lock(&a);
	spin_unlock(&a);
	spin_unlock(&b);
}
