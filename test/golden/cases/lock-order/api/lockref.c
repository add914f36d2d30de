// lockref_put_or_lock() holds the lock where it did not put: it returns 0.
// CONFIGS: all
#include "kernel.h"
#include <linux/lockref.h>

static struct lockref put_or_lock_a = { .lock = __SPIN_LOCK_UNLOCKED(put_or_lock_a.lock), .count = 1 };
static DEFINE_SPINLOCK(put_or_lock_b);

void put_or_lock_forward(void)
{
	if (lockref_put_or_lock(&put_or_lock_a))	// put_or_lock1.1 holds put_or_lock_a.lock
		return;
	spin_lock(&put_or_lock_b);	// put_or_lock1.2 wants put_or_lock_b
					// BUG[put_or_lock] lock-order: put_or_lock_a.lock -> put_or_lock_b -> put_or_lock_a.lock
	spin_unlock(&put_or_lock_b);
	spin_unlock(&put_or_lock_a.lock);
}

void put_or_lock_backward(void)
{
	spin_lock(&put_or_lock_b);	// put_or_lock2.1 holds put_or_lock_b
	if (!lockref_put_or_lock(&put_or_lock_a))	// put_or_lock2.2 wants put_or_lock_a.lock
		spin_unlock(&put_or_lock_a.lock);
	spin_unlock(&put_or_lock_b);
}
