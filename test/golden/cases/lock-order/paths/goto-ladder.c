// The ladder of a failed probe jumps one rung too low: it takes the list's lock with its own held.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int probe(int irq)
{
	int err = -EINVAL;

	mutex_lock(&a);			// 1.1 holds a
	if (irq < 0)
		goto out_unlock;
	if (irq > 64)
		goto out_list;
	err = 0;
out_unlock:
	mutex_unlock(&a);
	return err;
out_list:
	mutex_lock(&b);			// 1.2 wants b
					// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	goto out_unlock;
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
