// Every conditional guard of the headers: held over another lock by whoever has it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(mutex_try_a);
static DEFINE_MUTEX(mutex_try_b);

void mutex_try_forward(void)
{
	scoped_cond_guard(mutex_try, return, &mutex_try_a) {
					// mutex_try1.1 calls class_mutex_try_constructor
					// mutex_try1.2 holds mutex_try_a in mutex.h
		mutex_lock(&mutex_try_b);	// mutex_try1.3 wants mutex_try_b
					// BUG[mutex_try] lock-order: mutex_try_a -> mutex_try_b -> mutex_try_a
		mutex_unlock(&mutex_try_b);
	}
}

void mutex_try_backward(void)
{
	mutex_lock(&mutex_try_b);	// mutex_try2.1 holds mutex_try_b
	mutex_lock(&mutex_try_a);	// mutex_try2.2 wants mutex_try_a
	mutex_unlock(&mutex_try_a);
	mutex_unlock(&mutex_try_b);
}

static DEFINE_MUTEX(mutex_intr_a);
static DEFINE_MUTEX(mutex_intr_b);

void mutex_intr_forward(void)
{
	scoped_cond_guard(mutex_intr, return, &mutex_intr_a) {
					// mutex_intr1.1 calls class_mutex_intr_constructor
					// mutex_intr1.2 holds mutex_intr_a in mutex.h
		mutex_lock(&mutex_intr_b);	// mutex_intr1.3 wants mutex_intr_b
					// BUG[mutex_intr] lock-order: mutex_intr_a -> mutex_intr_b -> mutex_intr_a
		mutex_unlock(&mutex_intr_b);
	}
}

void mutex_intr_backward(void)
{
	mutex_lock(&mutex_intr_b);	// mutex_intr2.1 holds mutex_intr_b
	scoped_cond_guard(mutex_intr, goto out, &mutex_intr_a) {
					// mutex_intr2.2 calls class_mutex_intr_constructor
					// mutex_intr2.3 wants mutex_intr_a in mutex.h
	}
out:
	mutex_unlock(&mutex_intr_b);
}

static DECLARE_RWSEM(rwsem_write_try_a);
static DEFINE_MUTEX(rwsem_write_try_b);

void rwsem_write_try_forward(void)
{
	scoped_cond_guard(rwsem_write_try, return, &rwsem_write_try_a) {
					// rwsem_write_try1.1 calls class_rwsem_write_try_constructor
					// rwsem_write_try1.2 holds rwsem_write_try_a in rwsem.h
		mutex_lock(&rwsem_write_try_b);	// rwsem_write_try1.3 wants rwsem_write_try_b
					// BUG[rwsem_write_try] lock-order: rwsem_write_try_a -> rwsem_write_try_b -> rwsem_write_try_a
		mutex_unlock(&rwsem_write_try_b);
	}
}

void rwsem_write_try_backward(void)
{
	mutex_lock(&rwsem_write_try_b);	// rwsem_write_try2.1 holds rwsem_write_try_b
	down_write(&rwsem_write_try_a);	// rwsem_write_try2.2 wants rwsem_write_try_a
	up_write(&rwsem_write_try_a);
	mutex_unlock(&rwsem_write_try_b);
}

static DECLARE_RWSEM(rwsem_read_try_a);
static DEFINE_MUTEX(rwsem_read_try_b);

void rwsem_read_try_forward(void)
{
	scoped_cond_guard(rwsem_read_try, return, &rwsem_read_try_a) {
					// rwsem_read_try1.1 calls class_rwsem_read_try_constructor
					// rwsem_read_try1.2 holds rwsem_read_try_a in rwsem.h
		mutex_lock(&rwsem_read_try_b);	// rwsem_read_try1.3 wants rwsem_read_try_b
					// BUG[rwsem_read_try] lock-order: rwsem_read_try_a -> rwsem_read_try_b -> rwsem_read_try_a
		mutex_unlock(&rwsem_read_try_b);
	}
}

void rwsem_read_try_backward(void)
{
	mutex_lock(&rwsem_read_try_b);	// rwsem_read_try2.1 holds rwsem_read_try_b
	down_write(&rwsem_read_try_a);	// rwsem_read_try2.2 wants rwsem_read_try_a
	up_write(&rwsem_read_try_a);
	mutex_unlock(&rwsem_read_try_b);
}

static DECLARE_RWSEM(rwsem_read_intr_a);
static DEFINE_MUTEX(rwsem_read_intr_b);

void rwsem_read_intr_forward(void)
{
	scoped_cond_guard(rwsem_read_intr, return, &rwsem_read_intr_a) {
					// rwsem_read_intr1.1 calls class_rwsem_read_intr_constructor
					// rwsem_read_intr1.2 holds rwsem_read_intr_a in rwsem.h
		mutex_lock(&rwsem_read_intr_b);	// rwsem_read_intr1.3 wants rwsem_read_intr_b
					// BUG[rwsem_read_intr] lock-order: rwsem_read_intr_a -> rwsem_read_intr_b -> rwsem_read_intr_a
		mutex_unlock(&rwsem_read_intr_b);
	}
}

void rwsem_read_intr_backward(void)
{
	mutex_lock(&rwsem_read_intr_b);	// rwsem_read_intr2.1 holds rwsem_read_intr_b
	down_write(&rwsem_read_intr_a);	// rwsem_read_intr2.2 wants rwsem_read_intr_a
	up_write(&rwsem_read_intr_a);
	mutex_unlock(&rwsem_read_intr_b);
}
