// Between two tries the lock that others want is given back.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	spin_lock(&a);
	while (!spin_trylock(&b)) {
		spin_unlock(&a);
		cpu_relax();
		spin_lock(&a);
	}
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
