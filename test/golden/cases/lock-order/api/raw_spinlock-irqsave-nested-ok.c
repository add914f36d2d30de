// The subclass of a raw spinlock, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(nested_a);
static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);
	raw_spin_unlock_irqrestore(&nested_a, flags);
	raw_spin_lock(&nested_b);
	raw_spin_unlock(&nested_b);
}

void nested_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&nested_b);
	raw_spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);
	raw_spin_unlock_irqrestore(&nested_a, flags);
	raw_spin_unlock(&nested_b);
}
