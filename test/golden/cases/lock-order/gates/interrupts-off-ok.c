// A lock around both keeps the two apart; that it turns interrupts off does not matter.
// CLEAN
#include "kernel.h"
static DEFINE_RAW_SPINLOCK(gate);
static DEFINE_SPINLOCK(a);
static DEFINE_SPINLOCK(b);

void forward(void)
{
	raw_spin_lock_irq(&gate);
	spin_lock(&a);
	spin_lock(&b);
	spin_unlock(&b);
	spin_unlock(&a);
	raw_spin_unlock_irq(&gate);
}

void backward(void)
{
	raw_spin_lock_irq(&gate);
	spin_lock(&b);
	spin_lock(&a);
	spin_unlock(&a);
	spin_unlock(&b);
	raw_spin_unlock_irq(&gate);
}
