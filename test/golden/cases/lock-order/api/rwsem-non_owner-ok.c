// The writer is done before it takes the mutex, under which a reader waits for it.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(reader_a);
static DEFINE_MUTEX(reader_b);

void reader_forward(void)
{
	down_write(&reader_a);
	up_write(&reader_a);
	mutex_lock(&reader_b);
	mutex_unlock(&reader_b);
}

void reader_backward(void)
{
	mutex_lock(&reader_b);
	down_read_non_owner(&reader_a);
	up_read_non_owner(&reader_a);
	mutex_unlock(&reader_b);
}
