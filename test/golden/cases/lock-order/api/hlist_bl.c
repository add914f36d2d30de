// The lock of a hash bucket is held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/list_bl.h>

static struct hlist_bl_head plain_a;
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	hlist_bl_lock(&plain_a);	// plain1.1 holds plain_a
	raw_spin_lock(&plain_b);	// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	raw_spin_unlock(&plain_b);
	hlist_bl_unlock(&plain_a);
}

void plain_backward(void)
{
	raw_spin_lock(&plain_b);	// plain2.1 holds plain_b
	hlist_bl_lock(&plain_a);	// plain2.2 wants plain_a
	hlist_bl_unlock(&plain_a);
	raw_spin_unlock(&plain_b);
}
