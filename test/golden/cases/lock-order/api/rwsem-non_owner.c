// A reader that another thread gives back waits for the semaphore like any other.
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(reader_a);
static DEFINE_MUTEX(reader_b);

void reader_forward(void)
{
	down_write(&reader_a);		// reader1.1 holds reader_a
	mutex_lock(&reader_b);		// reader1.2 wants reader_b
					// BUG[reader] lock-order: reader_a -> reader_b -> reader_a
	mutex_unlock(&reader_b);
	up_write(&reader_a);
}

void reader_backward(void)
{
	mutex_lock(&reader_b);		// reader2.1 holds reader_b
	down_read_non_owner(&reader_a);	// reader2.2 wants reader_a
	up_read_non_owner(&reader_a);
	mutex_unlock(&reader_b);
}
