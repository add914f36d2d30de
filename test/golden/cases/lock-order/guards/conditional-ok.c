// Every conditional guard of the headers, at its end before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(mutex_try_a);
static DEFINE_MUTEX(mutex_try_b);

void mutex_try_forward(void)
{
	scoped_cond_guard(mutex_try, return, &mutex_try_a) {
	}
	mutex_lock(&mutex_try_b);
	mutex_unlock(&mutex_try_b);
}

void mutex_try_backward(void)
{
	mutex_lock(&mutex_try_b);
	mutex_lock(&mutex_try_a);
	mutex_unlock(&mutex_try_a);
	mutex_unlock(&mutex_try_b);
}

static DEFINE_MUTEX(mutex_intr_a);
static DEFINE_MUTEX(mutex_intr_b);

void mutex_intr_forward(void)
{
	scoped_cond_guard(mutex_intr, return, &mutex_intr_a) {
	}
	mutex_lock(&mutex_intr_b);
	mutex_unlock(&mutex_intr_b);
}

void mutex_intr_backward(void)
{
	mutex_lock(&mutex_intr_b);
	scoped_cond_guard(mutex_intr, goto out, &mutex_intr_a) {
	}
out:
	mutex_unlock(&mutex_intr_b);
}

static DECLARE_RWSEM(rwsem_write_try_a);
static DEFINE_MUTEX(rwsem_write_try_b);

void rwsem_write_try_forward(void)
{
	scoped_cond_guard(rwsem_write_try, return, &rwsem_write_try_a) {
	}
	mutex_lock(&rwsem_write_try_b);
	mutex_unlock(&rwsem_write_try_b);
}

void rwsem_write_try_backward(void)
{
	mutex_lock(&rwsem_write_try_b);
	down_write(&rwsem_write_try_a);
	up_write(&rwsem_write_try_a);
	mutex_unlock(&rwsem_write_try_b);
}

static DECLARE_RWSEM(rwsem_read_try_a);
static DEFINE_MUTEX(rwsem_read_try_b);

void rwsem_read_try_forward(void)
{
	scoped_cond_guard(rwsem_read_try, return, &rwsem_read_try_a) {
	}
	mutex_lock(&rwsem_read_try_b);
	mutex_unlock(&rwsem_read_try_b);
}

void rwsem_read_try_backward(void)
{
	mutex_lock(&rwsem_read_try_b);
	down_write(&rwsem_read_try_a);
	up_write(&rwsem_read_try_a);
	mutex_unlock(&rwsem_read_try_b);
}

static DECLARE_RWSEM(rwsem_read_intr_a);
static DEFINE_MUTEX(rwsem_read_intr_b);

void rwsem_read_intr_forward(void)
{
	scoped_cond_guard(rwsem_read_intr, return, &rwsem_read_intr_a) {
	}
	mutex_lock(&rwsem_read_intr_b);
	mutex_unlock(&rwsem_read_intr_b);
}

void rwsem_read_intr_backward(void)
{
	mutex_lock(&rwsem_read_intr_b);
	down_write(&rwsem_read_intr_a);
	up_write(&rwsem_read_intr_a);
	mutex_unlock(&rwsem_read_intr_b);
}
