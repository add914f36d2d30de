// Interrupts off keep nobody away on another processor.
#include "kernel.h"
static DEFINE_RAW_SPINLOCK(gate);
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	local_irq_disable();
	spin_lock(&a);		// 1.1 holds a
	spin_lock(&b);		// 1.2 wants b
				// BUG lock-order: a -> b -> a
	spin_unlock(&b);
	spin_unlock(&a);
	local_irq_enable();
}

void backward(void)
{
	local_irq_disable();
	spin_lock(&b);		// 2.1 holds b
	spin_lock(&a);		// 2.2 wants a
	spin_unlock(&a);
	spin_unlock(&b);
	local_irq_enable();
}
