// The ladder of a failed probe gives its own lock back before it takes the list's.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int probe(int irq)
{
	int err = -EINVAL;

	mutex_lock(&a);
	if (irq < 0)
		goto out_unlock;
	if (irq > 64)
		goto out_list;
	err = 0;
out_unlock:
	mutex_unlock(&a);
	return err;
out_list:
	mutex_unlock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	return err;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
