// lockref_put_or_lock() gave no lock, or one that is given back before the other is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/lockref.h>

static struct lockref put_or_lock_a = { .lock = __SPIN_LOCK_UNLOCKED(put_or_lock_a.lock), .count = 1 };
static DEFINE_SPINLOCK(put_or_lock_b);

void put_or_lock_forward(void)
{
	if (lockref_put_or_lock(&put_or_lock_a))
		return;
	spin_unlock(&put_or_lock_a.lock);
	spin_lock(&put_or_lock_b);
	spin_unlock(&put_or_lock_b);
}

void put_or_lock_backward(void)
{
	spin_lock(&put_or_lock_b);
	if (!lockref_put_or_lock(&put_or_lock_a))
		spin_unlock(&put_or_lock_a.lock);
	spin_unlock(&put_or_lock_b);
}
