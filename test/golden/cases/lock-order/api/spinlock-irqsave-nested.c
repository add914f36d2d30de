// The subclass of a spinlock makes another class.
// CONFIGS: all
#include "kernel.h"

static DEFINE_SPINLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	unsigned long flags;

	spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	spin_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1
	spin_unlock(&nested_b);
	spin_unlock_irqrestore(&nested_a, flags);
}

void nested_backward(void)
{
	unsigned long flags;

	spin_lock(&nested_b);		// nested2.1 holds nested_b
	spin_lock_irqsave_nested(&nested_a, flags, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	spin_unlock_irqrestore(&nested_a, flags);
	spin_unlock(&nested_b);
}
