// The lock of a hash bucket is given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/list_bl.h>

static struct hlist_bl_head plain_a;
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	hlist_bl_lock(&plain_a);
	hlist_bl_unlock(&plain_a);
	raw_spin_lock(&plain_b);
	raw_spin_unlock(&plain_b);
}

void plain_backward(void)
{
	raw_spin_lock(&plain_b);
	hlist_bl_lock(&plain_a);
	hlist_bl_unlock(&plain_a);
	raw_spin_unlock(&plain_b);
}
