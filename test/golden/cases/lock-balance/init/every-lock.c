// Every other way to make a lock, each while that lock is held.
#include "kernel.h"
#include <linux/device.h>
#include <linux/local_lock.h>
#include <linux/mm.h>
#include <linux/percpu-rwsem.h>
#include <linux/rtmutex.h>
#include <linux/srcu.h>
#include <linux/ww_mutex.h>

void __raw_spin_lock_init(raw_spinlock_t *lock, const char *name, struct lock_class_key *key, short inner);
void __rwlock_init(rwlock_t *lock, const char *name, struct lock_class_key *key);

static struct lock_class_key keyed_key, inside_key, raw_key, rwlock_key, rwsem_key, percpu_key;
static DEFINE_WW_CLASS(the_ww_class);
static struct semaphore sem_a;
static struct mutex keyed_a, inside_a, managed_a, destroyed_a;
static struct rt_mutex rt_a;
static struct ww_mutex ww_a, ww_destroyed_a;
static raw_spinlock_t raw_a, raw_inside_a;
static rwlock_t rwlock_inside_a;
static struct rw_semaphore rwsem_inside_a;
static struct percpu_rw_semaphore percpu_a, percpu_inside_a;
static seqlock_t seqlock_a;
static DEFINE_PER_CPU(local_lock_t, local_a);
static struct srcu_struct srcu_a;
static wait_queue_head_t queue_a;

void sem(void)
{
	down(&sem_a);			// sem1.1 holds sem_a
	sema_init(&sem_a, 1);
					// BUG[sem] lock-balance low: sem_a; a semaphore may be given back by
					//    another thread
	up(&sem_a);
}

void keyed(void)
{
	mutex_lock(&keyed_a);		// keyed1.1 holds keyed_a
	mutex_init_with_key(&keyed_a, &keyed_key);
					// BUG[keyed] lock-balance: keyed_a
	mutex_unlock(&keyed_a);
}

void inside(void)
{
	mutex_lock(&inside_a);		// inside1.1 holds inside_a
	__mutex_init(&inside_a, "inside", &inside_key);
					// BUG[inside] lock-balance: inside_a
	mutex_unlock(&inside_a);
}

int managed(struct device *dev)
{
	int err;

	mutex_lock(&managed_a);		// managed1.1 holds managed_a
	err = devm_mutex_init(dev, &managed_a);
					// BUG[managed] lock-balance: managed_a
	mutex_unlock(&managed_a);
	return err;
}

void destroyed(void)
{
	mutex_lock(&destroyed_a);	// destroyed1.1 holds destroyed_a
	mutex_destroy(&destroyed_a);
					// BUG[destroyed] lock-balance: destroyed_a
	mutex_unlock(&destroyed_a);
}

void rt(void)
{
	rt_mutex_lock(&rt_a);		// rt1.1 holds rt_a
	rt_mutex_init(&rt_a);
					// BUG[rt] lock-balance: rt_a
	rt_mutex_unlock(&rt_a);
}

void ww(void)
{
	if (ww_mutex_lock(&ww_a, NULL))	// ww1.1 holds ww_a
		return;
	ww_mutex_init(&ww_a, &the_ww_class);
					// BUG[ww] lock-balance: ww_a
	ww_mutex_unlock(&ww_a);
}

void ww_destroyed(void)
{
	if (ww_mutex_lock(&ww_destroyed_a, NULL))	// wwd1.1 holds ww_destroyed_a
		return;
	ww_mutex_destroy(&ww_destroyed_a);
					// BUG[wwd] lock-balance: ww_destroyed_a
	ww_mutex_unlock(&ww_destroyed_a);
}

void raw(void)
{
	raw_spin_lock(&raw_a);		// raw1.1 holds raw_a
	raw_spin_lock_init(&raw_a);
					// BUG[raw] lock-balance: raw_a
	raw_spin_unlock(&raw_a);
}

void raw_inside(void)
{
	raw_spin_lock(&raw_inside_a);	// raw_inside1.1 holds raw_inside_a
	__raw_spin_lock_init(&raw_inside_a, "inside", &raw_key, 0);
					// BUG[raw_inside] lock-balance: raw_inside_a
	raw_spin_unlock(&raw_inside_a);
}

void rwlock_inside(void)
{
	write_lock(&rwlock_inside_a);	// rwlock_inside1.1 holds rwlock_inside_a
	__rwlock_init(&rwlock_inside_a, "inside", &rwlock_key);
					// BUG[rwlock_inside] lock-balance: rwlock_inside_a
	write_unlock(&rwlock_inside_a);
}

void rwsem_inside(void)
{
	down_write(&rwsem_inside_a);	// rwsem_inside1.1 holds rwsem_inside_a
	__init_rwsem(&rwsem_inside_a, "inside", &rwsem_key);
					// BUG[rwsem_inside] lock-balance: rwsem_inside_a
	up_write(&rwsem_inside_a);
}

int percpu(void)
{
	int err;

	percpu_down_write(&percpu_a);	// percpu1.1 holds percpu_a
	err = percpu_init_rwsem(&percpu_a);
					// BUG[percpu] lock-balance: percpu_a
	percpu_up_write(&percpu_a);
	return err;
}

int percpu_inside(void)
{
	int err;

	percpu_down_write(&percpu_inside_a);	// percpu_inside1.1 holds percpu_inside_a
	err = __percpu_init_rwsem(&percpu_inside_a, "inside", &percpu_key);
					// BUG[percpu_inside] lock-balance: percpu_inside_a
	percpu_up_write(&percpu_inside_a);
	return err;
}

void seqlock(void)
{
	write_seqlock(&seqlock_a);	// seqlock1.1 holds seqlock_a
	seqlock_init(&seqlock_a);
					// BUG[seqlock] lock-balance: seqlock_a
	write_sequnlock(&seqlock_a);
}

void local(void)
{
	local_lock(&local_a);		// local1.1 holds local_a
	local_lock_init(this_cpu_ptr(&local_a));
					// BUG[local] lock-balance: local_a
	local_unlock(&local_a);
}

int srcu(void)
{
	int index = srcu_read_lock(&srcu_a);	// srcu1.1 holds srcu_a
	int err = init_srcu_struct(&srcu_a);
					// BUG[srcu] lock-balance: srcu_a

	srcu_read_unlock(&srcu_a, index);
	return err;
}

void queue(void)
{
	spin_lock(&queue_a.lock);	// queue1.1 holds queue_a.lock
	init_waitqueue_head(&queue_a);
					// BUG[queue] lock-balance: queue_a.lock
	spin_unlock(&queue_a.lock);
}

void memory(struct mm_struct *mm)
{
	mmap_write_lock(mm);		// memory1.1 holds mm_struct.mmap_lock
	mmap_init_lock(mm);
					// BUG[memory] lock-balance: mm_struct.mmap_lock
	mmap_write_unlock(mm);
}

static seqcount_t count_a;

void count(void)
{
	write_seqcount_begin(&count_a);	// count1.1 holds count_a
	seqcount_init(&count_a);
					// BUG[count] lock-balance: count_a
	write_seqcount_end(&count_a);
}

static raw_spinlock_t raw_count_lock;
static seqcount_raw_spinlock_t raw_count_a;

void raw_count(void)
{
	raw_spin_lock(&raw_count_lock);
	write_seqcount_begin(&raw_count_a);	// raw_count1.1 holds raw_count_a
	seqcount_raw_spinlock_init(&raw_count_a, &raw_count_lock);
					// BUG[raw_count] lock-balance: raw_count_a
	write_seqcount_end(&raw_count_a);
	raw_spin_unlock(&raw_count_lock);
}

static DEFINE_SPINLOCK(spin_count_lock);
static seqcount_spinlock_t spin_count_a;

void spin_count(void)
{
	spin_lock(&spin_count_lock);
	write_seqcount_begin(&spin_count_a);	// spin_count1.1 holds spin_count_a
	seqcount_spinlock_init(&spin_count_a, &spin_count_lock);
					// BUG[spin_count] lock-balance: spin_count_a
	write_seqcount_end(&spin_count_a);
	spin_unlock(&spin_count_lock);
}

static DEFINE_RWLOCK(rwlock_count_lock);
static seqcount_rwlock_t rwlock_count_a;

void rwlock_count(void)
{
	write_lock(&rwlock_count_lock);
	write_seqcount_begin(&rwlock_count_a);	// rwlock_count1.1 holds rwlock_count_a
	seqcount_rwlock_init(&rwlock_count_a, &rwlock_count_lock);
					// BUG[rwlock_count] lock-balance: rwlock_count_a
	write_seqcount_end(&rwlock_count_a);
	write_unlock(&rwlock_count_lock);
}

static DEFINE_MUTEX(mutex_count_lock);
static seqcount_mutex_t mutex_count_a;

void mutex_count(void)
{
	mutex_lock(&mutex_count_lock);
	write_seqcount_begin(&mutex_count_a);	// mutex_count1.1 holds mutex_count_a
	seqcount_mutex_init(&mutex_count_a, &mutex_count_lock);
					// BUG[mutex_count] lock-balance: mutex_count_a
	write_seqcount_end(&mutex_count_a);
	mutex_unlock(&mutex_count_lock);
}
