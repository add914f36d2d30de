// Two global locks are made with a key each, so they are of two classes, or are nested in a context.
// CLEAN
#include "kernel.h"
#include <linux/percpu-rwsem.h>
#include <linux/rtmutex.h>
#include <linux/wait.h>
#include <linux/ww_mutex.h>

void __raw_spin_lock_init(raw_spinlock_t *lock, const char *name, struct lock_class_key *key, short inner);
void __rwlock_init(rwlock_t *lock, const char *name, struct lock_class_key *key);

static struct lock_class_key keyed_key, mutex_key, rt_key, raw_key, rwlock_key, rwsem_key, percpu_key;
static struct lock_class_key keyed_other, mutex_other, rt_other, raw_other, rwlock_other, rwsem_other, percpu_other;
static struct mutex keyed_a, keyed_b, mutex_a, mutex_b;
static struct rt_mutex rt_a, rt_b;
static raw_spinlock_t raw_a, raw_b;
static rwlock_t rwlock_a, rwlock_b;
static struct rw_semaphore rwsem_a, rwsem_b;
static struct percpu_rw_semaphore percpu_a, percpu_b;
static DEFINE_WW_CLASS(ww_class);
static struct ww_mutex ww_a, ww_b;

void make_all(void)
{
	mutex_init_with_key(&keyed_a, &keyed_key);
	mutex_init_with_key(&keyed_b, &keyed_other);
	__mutex_init(&mutex_a, "mutex_a", &mutex_key);
	__mutex_init(&mutex_b, "mutex_b", &mutex_other);
	__rt_mutex_init(&rt_a, "rt_a", &rt_key);
	__rt_mutex_init(&rt_b, "rt_b", &rt_other);
	__raw_spin_lock_init(&raw_a, "raw_a", &raw_key, 0);
	__raw_spin_lock_init(&raw_b, "raw_b", &raw_other, 0);
	__rwlock_init(&rwlock_a, "rwlock_a", &rwlock_key);
	__rwlock_init(&rwlock_b, "rwlock_b", &rwlock_other);
	__init_rwsem(&rwsem_a, "rwsem_a", &rwsem_key);
	__init_rwsem(&rwsem_b, "rwsem_b", &rwsem_other);
	ww_mutex_init(&ww_a, &ww_class);
	ww_mutex_init(&ww_b, &ww_class);
}

int make_percpu(void)
{
	int err = __percpu_init_rwsem(&percpu_a, "percpu_a", &percpu_key);

	if (!err)
		err = __percpu_init_rwsem(&percpu_b, "percpu_b", &percpu_other);
	return err;
}

void keyed(void)
{
	mutex_lock(&keyed_a);
	mutex_lock(&keyed_b);
	mutex_unlock(&keyed_b);
	mutex_unlock(&keyed_a);
}

void mutex(void)
{
	mutex_lock(&mutex_a);
	mutex_lock(&mutex_b);
	mutex_unlock(&mutex_b);
	mutex_unlock(&mutex_a);
}

void rt(void)
{
	rt_mutex_lock(&rt_a);
	rt_mutex_lock(&rt_b);
	rt_mutex_unlock(&rt_b);
	rt_mutex_unlock(&rt_a);
}

void raw(void)
{
	raw_spin_lock(&raw_a);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
	raw_spin_unlock(&raw_a);
}

void rwlock(void)
{
	write_lock(&rwlock_a);
	write_lock(&rwlock_b);
	write_unlock(&rwlock_b);
	write_unlock(&rwlock_a);
}

void rwsem(void)
{
	down_write(&rwsem_a);
	down_write(&rwsem_b);
	up_write(&rwsem_b);
	up_write(&rwsem_a);
}

void percpu(void)
{
	percpu_down_write(&percpu_a);
	percpu_down_write(&percpu_b);
	percpu_up_write(&percpu_b);
	percpu_up_write(&percpu_a);
}

void ww(void)
{
	struct ww_acquire_ctx context;

	ww_acquire_init(&context, &ww_class);
	if (!ww_mutex_lock(&ww_a, &context)) {
		if (!ww_mutex_lock(&ww_b, &context)) {
			ww_acquire_done(&context);
			ww_mutex_unlock(&ww_b);
		}
		ww_mutex_unlock(&ww_a);
	}
	ww_acquire_fini(&context);
}
