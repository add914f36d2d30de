// Two global locks are made in a place each, but with one key, so they are of one class.
#include "kernel.h"
#include <linux/percpu-rwsem.h>
#include <linux/rtmutex.h>
#include <linux/wait.h>
#include <linux/ww_mutex.h>

void __raw_spin_lock_init(raw_spinlock_t *lock, const char *name, struct lock_class_key *key, short inner);
void __rwlock_init(rwlock_t *lock, const char *name, struct lock_class_key *key);

static struct lock_class_key keyed_key, mutex_key, rt_key, raw_key, rwlock_key, rwsem_key, percpu_key;
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
	mutex_init_with_key(&keyed_b, &keyed_key);
	__mutex_init(&mutex_a, "mutex_a", &mutex_key);
	__mutex_init(&mutex_b, "mutex_b", &mutex_key);
	__rt_mutex_init(&rt_a, "rt_a", &rt_key);
	__rt_mutex_init(&rt_b, "rt_b", &rt_key);
	__raw_spin_lock_init(&raw_a, "raw_a", &raw_key, 0);
	__raw_spin_lock_init(&raw_b, "raw_b", &raw_key, 0);
	__rwlock_init(&rwlock_a, "rwlock_a", &rwlock_key);
	__rwlock_init(&rwlock_b, "rwlock_b", &rwlock_key);
	__init_rwsem(&rwsem_a, "rwsem_a", &rwsem_key);
	__init_rwsem(&rwsem_b, "rwsem_b", &rwsem_key);
	ww_mutex_init(&ww_a, &ww_class);
	ww_mutex_init(&ww_b, &ww_class);
}

int make_percpu(void)
{
	int err = __percpu_init_rwsem(&percpu_a, "percpu_a", &percpu_key);

	if (!err)
		err = __percpu_init_rwsem(&percpu_b, "percpu_b", &percpu_key);
	return err;
}

void keyed(void)
{
	mutex_lock(&keyed_a);		// keyed1.1 holds keyed_a
	mutex_lock(&keyed_b);		// keyed1.2 wants keyed_a
					// BUG[keyed] double-lock low: keyed_a; two instances of one class
	mutex_unlock(&keyed_b);
	mutex_unlock(&keyed_a);
}

void mutex(void)
{
	mutex_lock(&mutex_a);		// mutex1.1 holds mutex_a
	mutex_lock(&mutex_b);		// mutex1.2 wants mutex_a
					// BUG[mutex] double-lock low: mutex_a; two instances of one class
	mutex_unlock(&mutex_b);
	mutex_unlock(&mutex_a);
}

void rt(void)
{
	rt_mutex_lock(&rt_a);		// rt1.1 holds rt_a
	rt_mutex_lock(&rt_b);		// rt1.2 wants rt_a
					// BUG[rt] double-lock low: rt_a; two instances of one class
	rt_mutex_unlock(&rt_b);
	rt_mutex_unlock(&rt_a);
}

void raw(void)
{
	raw_spin_lock(&raw_a);		// raw1.1 holds raw_a
	raw_spin_lock(&raw_b);		// raw1.2 wants raw_a
					// BUG[raw] double-lock low: raw_a; two instances of one class
	raw_spin_unlock(&raw_b);
	raw_spin_unlock(&raw_a);
}

void rwlock(void)
{
	write_lock(&rwlock_a);		// rwlock1.1 holds rwlock_a
	write_lock(&rwlock_b);		// rwlock1.2 wants rwlock_a
					// BUG[rwlock] double-lock low: rwlock_a; two instances of one class
	write_unlock(&rwlock_b);
	write_unlock(&rwlock_a);
}

void rwsem(void)
{
	down_write(&rwsem_a);		// rwsem1.1 holds rwsem_a
	down_write(&rwsem_b);		// rwsem1.2 wants rwsem_a
					// BUG[rwsem] double-lock low: rwsem_a; two instances of one class
	up_write(&rwsem_b);
	up_write(&rwsem_a);
}

void percpu(void)
{
	percpu_down_write(&percpu_a);	// percpu1.1 holds percpu_a
	percpu_down_write(&percpu_b);	// percpu1.2 wants percpu_a
					// BUG[percpu] double-lock low: percpu_a; two instances of one class
	percpu_up_write(&percpu_b);
	percpu_up_write(&percpu_a);
}

void ww(void)
{
	if (ww_mutex_lock(&ww_a, NULL))
		return;
	if (!ww_mutex_lock(&ww_b, NULL))
					// MISS double-lock: no context counts as one that lets them nest
		ww_mutex_unlock(&ww_b);
	ww_mutex_unlock(&ww_a);
}
