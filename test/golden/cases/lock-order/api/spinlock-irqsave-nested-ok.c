// The subclass of a spinlock, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_SPINLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	unsigned long flags;

	spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);
	spin_unlock_irqrestore(&nested_a, flags);
	spin_lock(&nested_b);
	spin_unlock(&nested_b);
}

void nested_backward(void)
{
	unsigned long flags;

	spin_lock(&nested_b);
	spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);
	spin_unlock_irqrestore(&nested_a, flags);
	spin_unlock(&nested_b);
}
