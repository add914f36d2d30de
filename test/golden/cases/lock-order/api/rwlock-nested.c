// The subclass of an rwlock makes another class.
// CONFIGS: all
#include "kernel.h"

static DEFINE_RWLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	write_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	spin_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1
	spin_unlock(&nested_b);
	write_unlock(&nested_a);
}

void nested_backward(void)
{
	spin_lock(&nested_b);		// nested2.1 holds nested_b
	write_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	write_unlock(&nested_a);
	spin_unlock(&nested_b);
}
