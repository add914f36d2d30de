// Every other way to say that the caller holds a lock; the one that is taken here is under it elsewhere, too.
// CLEAN
#include "kernel.h"
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/percpu-rwsem.h>
#include <linux/rtnetlink.h>

#ifndef __must_hold_shared
#define __must_hold_shared(lock)
#endif
#ifndef __releases_shared
#define __releases_shared(lock)
#endif

static DEFINE_SPINLOCK(spin_a);
static DEFINE_SPINLOCK(spin_b);

void spin_stated(void)
{
	assert_spin_locked(&spin_a);
	spin_lock(&spin_b);
	spin_unlock(&spin_b);
}

void spin_taken(void)
{
	spin_lock(&spin_a);
	spin_lock(&spin_b);
	spin_unlock(&spin_b);
	spin_unlock(&spin_a);
}

static DEFINE_RAW_SPINLOCK(raw_a);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_stated(void)
{
	assert_raw_spin_locked(&raw_a);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
}

void raw_taken(void)
{
	raw_spin_lock(&raw_a);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
	raw_spin_unlock(&raw_a);
}

static DECLARE_RWSEM(rwsem_a);
static DEFINE_MUTEX(rwsem_b);

void rwsem_stated(void)
{
	rwsem_assert_held(&rwsem_a);
	mutex_lock(&rwsem_b);
	mutex_unlock(&rwsem_b);
}

void rwsem_taken(void)
{
	down_write(&rwsem_a);
	mutex_lock(&rwsem_b);
	mutex_unlock(&rwsem_b);
	up_write(&rwsem_a);
}

static DECLARE_RWSEM(rwsem_write_a);
static DEFINE_MUTEX(rwsem_write_b);

void rwsem_write_stated(void)
{
	rwsem_assert_held_write(&rwsem_write_a);
	mutex_lock(&rwsem_write_b);
	mutex_unlock(&rwsem_write_b);
}

void rwsem_write_taken(void)
{
	down_read(&rwsem_write_a);
	mutex_lock(&rwsem_write_b);
	mutex_unlock(&rwsem_write_b);
	up_read(&rwsem_write_a);
}

DEFINE_STATIC_PERCPU_RWSEM(percpu_a);
static DEFINE_MUTEX(percpu_b);

void percpu_stated(void)
{
	percpu_rwsem_assert_held(&percpu_a);
	mutex_lock(&percpu_b);
	mutex_unlock(&percpu_b);
}

void percpu_taken(void)
{
	percpu_down_write(&percpu_a);
	mutex_lock(&percpu_b);
	mutex_unlock(&percpu_b);
	percpu_up_write(&percpu_a);
}

static DEFINE_MUTEX(cpus_b);

void cpus_stated(void)
{
	lockdep_assert_cpus_held();
	mutex_lock(&cpus_b);
	mutex_unlock(&cpus_b);
}

void cpus_taken(void)
{
	cpus_write_lock();
	mutex_lock(&cpus_b);
	mutex_unlock(&cpus_b);
	cpus_write_unlock();
}

static DEFINE_MUTEX(rtnl_b);

void rtnl_stated(void)
{
	ASSERT_RTNL();
	mutex_lock(&rtnl_b);
	mutex_unlock(&rtnl_b);
}

void rtnl_taken(void)
{
	rtnl_lock();
	mutex_lock(&rtnl_b);
	mutex_unlock(&rtnl_b);
	rtnl_unlock();
}

static DEFINE_MUTEX(device_b);

void device_stated(struct device *dev)
{
	device_lock_assert(dev);
	mutex_lock(&device_b);
	mutex_unlock(&device_b);
}

void device_taken(struct device *dev)
{
	device_lock(dev);
	mutex_lock(&device_b);
	mutex_unlock(&device_b);
	device_unlock(dev);
}

static DEFINE_MUTEX(mapping_b);

void mapping_stated(struct address_space *mapping)
{
	i_mmap_assert_locked(mapping);
	mutex_lock(&mapping_b);
	mutex_unlock(&mapping_b);
}

void mapping_taken(struct address_space *mapping)
{
	i_mmap_lock_write(mapping);
	mutex_lock(&mapping_b);
	mutex_unlock(&mapping_b);
	i_mmap_unlock_write(mapping);
}

static DEFINE_MUTEX(mapping_write_b);

void mapping_write_stated(struct address_space *mapping)
{
	i_mmap_assert_write_locked(mapping);
	mutex_lock(&mapping_write_b);
	mutex_unlock(&mapping_write_b);
}

void mapping_write_taken(struct address_space *mapping)
{
	i_mmap_lock_read(mapping);
	mutex_lock(&mapping_write_b);
	mutex_unlock(&mapping_write_b);
	i_mmap_unlock_read(mapping);
}

static DEFINE_MUTEX(memory_b);

void memory_stated(struct mm_struct *mm)
{
	mmap_assert_locked(mm);
	mutex_lock(&memory_b);
	mutex_unlock(&memory_b);
}

void memory_taken(struct mm_struct *mm)
{
	mmap_write_lock(mm);
	mutex_lock(&memory_b);
	mutex_unlock(&memory_b);
	mmap_write_unlock(mm);
}

static DEFINE_MUTEX(memory_write_b);

void memory_write_stated(struct mm_struct *mm)
{
	mmap_assert_write_locked(mm);
	mutex_lock(&memory_write_b);
	mutex_unlock(&memory_write_b);
}

void memory_write_taken(struct mm_struct *mm)
{
	mmap_read_lock(mm);
	mutex_lock(&memory_write_b);
	mutex_unlock(&memory_write_b);
	mmap_read_unlock(mm);
}

static DEFINE_MUTEX(once_a);
static DEFINE_MUTEX(once_b);

void once_stated(void)
{
	lockdep_assert_held_once(&once_a);
	mutex_lock(&once_b);
	mutex_unlock(&once_b);
}

void once_taken(void)
{
	mutex_lock(&once_a);
	mutex_lock(&once_b);
	mutex_unlock(&once_b);
	mutex_unlock(&once_a);
}

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_stated(void)
{
	lockdep_assert_held_write(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
}

void write_taken(void)
{
	read_lock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
	read_unlock(&write_a);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_stated(void)
{
	lockdep_assert_held_read(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
}

void read_taken(void)
{
	write_lock(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
	write_unlock(&read_a);
}

static DEFINE_SPINLOCK(releases_a);
static DEFINE_SPINLOCK(releases_b);

void releases_stated(void)
	__releases(&releases_a)
{
	spin_lock(&releases_b);
	spin_unlock(&releases_b);
	spin_unlock(&releases_a);
}

void releases_taken(void)
{
	spin_lock(&releases_a);
	spin_lock(&releases_b);
	spin_unlock(&releases_b);
	spin_unlock(&releases_a);
}

static DECLARE_RWSEM(shared_a);
static DEFINE_MUTEX(shared_b);

void shared_stated(void)
	__must_hold_shared(&shared_a)
{
	mutex_lock(&shared_b);
	mutex_unlock(&shared_b);
}

void shared_taken(void)
{
	down_write(&shared_a);
	mutex_lock(&shared_b);
	mutex_unlock(&shared_b);
	up_write(&shared_a);
}

static DECLARE_RWSEM(releases_shared_a);
static DEFINE_MUTEX(releases_shared_b);

void releases_shared_stated(void)
	__releases_shared(&releases_shared_a)
{
	mutex_lock(&releases_shared_b);
	mutex_unlock(&releases_shared_b);
	up_read(&releases_shared_a);
}

void releases_shared_taken(void)
{
	down_write(&releases_shared_a);
	mutex_lock(&releases_shared_b);
	mutex_unlock(&releases_shared_b);
	up_write(&releases_shared_a);
}

static DEFINE_MUTEX(not_a);

static noinline void not_stated(void)
{
	lockdep_assert_not_held(&not_a);
}

void not_taken(void)
{
	mutex_lock(&not_a);
	mutex_unlock(&not_a);
	not_stated();
}
