// The subclass of an rwlock, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_RWLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	write_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	write_unlock(&nested_a);
	spin_lock(&nested_b);
	spin_unlock(&nested_b);
}

void nested_backward(void)
{
	spin_lock(&nested_b);
	write_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	write_unlock(&nested_a);
	spin_unlock(&nested_b);
}
