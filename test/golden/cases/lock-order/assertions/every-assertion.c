// Every other way to say that the caller holds a lock; elsewhere it is taken under the one that is taken here.
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
	assert_spin_locked(&spin_a);	// spin1.1 holds spin_a
	spin_lock(&spin_b);		// spin1.2 wants spin_b
					// BUG[spin] lock-order medium: spin_a -> spin_b -> spin_a; an assertion
					//    says that it is held
	spin_unlock(&spin_b);
}

void spin_taken(void)
{
	spin_lock(&spin_b);		// spin2.1 holds spin_b
	spin_lock(&spin_a);		// spin2.2 wants spin_a
	spin_unlock(&spin_a);
	spin_unlock(&spin_b);
}

static DEFINE_RAW_SPINLOCK(raw_a);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_stated(void)
{
	assert_raw_spin_locked(&raw_a);	// raw1.1 holds raw_a
	raw_spin_lock(&raw_b);		// raw1.2 wants raw_b
					// BUG[raw] lock-order medium: raw_a -> raw_b -> raw_a; an assertion says
					//    that it is held
	raw_spin_unlock(&raw_b);
}

void raw_taken(void)
{
	raw_spin_lock(&raw_b);		// raw2.1 holds raw_b
	raw_spin_lock(&raw_a);		// raw2.2 wants raw_a
	raw_spin_unlock(&raw_a);
	raw_spin_unlock(&raw_b);
}

static DECLARE_RWSEM(rwsem_a);
static DEFINE_MUTEX(rwsem_b);

void rwsem_stated(void)
{
	rwsem_assert_held(&rwsem_a);	// rwsem1.1 holds rwsem_a
	mutex_lock(&rwsem_b);		// rwsem1.2 wants rwsem_b
					// BUG[rwsem] lock-order medium: rwsem_a -> rwsem_b -> rwsem_a; an
					//    assertion says that it is held
	mutex_unlock(&rwsem_b);
}

void rwsem_taken(void)
{
	mutex_lock(&rwsem_b);		// rwsem2.1 holds rwsem_b
	down_write(&rwsem_a);		// rwsem2.2 wants rwsem_a
	up_write(&rwsem_a);
	mutex_unlock(&rwsem_b);
}

static DECLARE_RWSEM(rwsem_write_a);
static DEFINE_MUTEX(rwsem_write_b);

void rwsem_write_stated(void)
{
	rwsem_assert_held_write(&rwsem_write_a);	// rwsem_write1.1 holds rwsem_write_a
	mutex_lock(&rwsem_write_b);	// rwsem_write1.2 wants rwsem_write_b
					// BUG[rwsem_write] lock-order medium: rwsem_write_a -> rwsem_write_b ->
					//    rwsem_write_a; an assertion says that it is held
	mutex_unlock(&rwsem_write_b);
}

void rwsem_write_taken(void)
{
	mutex_lock(&rwsem_write_b);	// rwsem_write2.1 holds rwsem_write_b
	down_read(&rwsem_write_a);	// rwsem_write2.2 wants rwsem_write_a
	up_read(&rwsem_write_a);
	mutex_unlock(&rwsem_write_b);
}

DEFINE_STATIC_PERCPU_RWSEM(percpu_a);
static DEFINE_MUTEX(percpu_b);

void percpu_stated(void)
{
	percpu_rwsem_assert_held(&percpu_a);	// percpu1.1 holds percpu_a
	mutex_lock(&percpu_b);		// percpu1.2 wants percpu_b
					// BUG[percpu] lock-order medium: percpu_a -> percpu_b -> percpu_a; an
					//    assertion says that it is held
	mutex_unlock(&percpu_b);
}

void percpu_taken(void)
{
	mutex_lock(&percpu_b);		// percpu2.1 holds percpu_b
	percpu_down_write(&percpu_a);	// percpu2.2 wants percpu_a
	percpu_up_write(&percpu_a);
	mutex_unlock(&percpu_b);
}

static DEFINE_MUTEX(cpus_b);

void cpus_stated(void)
{
	lockdep_assert_cpus_held();	// cpus1.1 holds cpu_hotplug_lock
	mutex_lock(&cpus_b);		// cpus1.2 wants cpus_b
					// BUG[cpus] lock-order medium: cpu_hotplug_lock -> cpus_b ->
					//    cpu_hotplug_lock; an assertion says that it is held
	mutex_unlock(&cpus_b);
}

void cpus_taken(void)
{
	mutex_lock(&cpus_b);		// cpus2.1 holds cpus_b
	cpus_write_lock();		// cpus2.2 wants cpu_hotplug_lock
	cpus_write_unlock();
	mutex_unlock(&cpus_b);
}

static DEFINE_MUTEX(rtnl_b);

void rtnl_stated(void)
{
	ASSERT_RTNL();			// rtnl2.1 holds rtnl_mutex
	mutex_lock(&rtnl_b);		// rtnl2.2 wants rtnl_b
	mutex_unlock(&rtnl_b);
}

void rtnl_taken(void)
{
	mutex_lock(&rtnl_b);		// rtnl1.1 holds rtnl_b
	rtnl_lock();			// rtnl1.2 wants rtnl_mutex
					// BUG[rtnl] lock-order medium: rtnl_b -> rtnl_mutex -> rtnl_b; an
					//    assertion says that it is held
	rtnl_unlock();
	mutex_unlock(&rtnl_b);
}

static DEFINE_MUTEX(device_b);

void device_stated(struct device *dev)
{
	device_lock_assert(dev);	// device1.1 holds device.mutex
	mutex_lock(&device_b);		// device1.2 wants device_b
					// BUG[device] lock-order low: device.mutex -> device_b -> device.mutex; an
					//    assertion says so, and a parent comes first
	mutex_unlock(&device_b);
}

void device_taken(struct device *dev)
{
	mutex_lock(&device_b);		// device2.1 holds device_b
	device_lock(dev);		// device2.2 wants device.mutex
	device_unlock(dev);
	mutex_unlock(&device_b);
}

static DEFINE_MUTEX(mapping_b);

void mapping_stated(struct address_space *mapping)
{
	i_mmap_assert_locked(mapping);	// mapping1.1 holds address_space.i_mmap_rwsem
	mutex_lock(&mapping_b);		// mapping1.2 wants mapping_b
					// BUG[mapping] lock-order medium: address_space.i_mmap_rwsem -> mapping_b
					//    -> address_space.i_mmap_rwsem; an assertion says that it is held
	mutex_unlock(&mapping_b);
}

void mapping_taken(struct address_space *mapping)
{
	mutex_lock(&mapping_b);		// mapping2.1 holds mapping_b
	i_mmap_lock_write(mapping);	// mapping2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mapping_b);
}

static DEFINE_MUTEX(mapping_write_b);

void mapping_write_stated(struct address_space *mapping)
{
	i_mmap_assert_write_locked(mapping);	// mapping_write1.1 holds address_space.i_mmap_rwsem
	mutex_lock(&mapping_write_b);	// mapping_write1.2 wants mapping_write_b
					// BUG[mapping_write] lock-order medium: address_space.i_mmap_rwsem ->
					//    mapping_write_b -> address_space.i_mmap_rwsem; an assertion says that it
					//    is held
	mutex_unlock(&mapping_write_b);
}

void mapping_write_taken(struct address_space *mapping)
{
	mutex_lock(&mapping_write_b);	// mapping_write2.1 holds mapping_write_b
	i_mmap_lock_read(mapping);	// mapping_write2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_read(mapping);
	mutex_unlock(&mapping_write_b);
}

static DEFINE_MUTEX(memory_b);

void memory_stated(struct mm_struct *mm)
{
	mmap_assert_locked(mm);		// memory2.1 holds mm_struct.mmap_lock
	mutex_lock(&memory_b);		// memory2.2 wants memory_b
	mutex_unlock(&memory_b);
}

void memory_taken(struct mm_struct *mm)
{
	mutex_lock(&memory_b);		// memory1.1 holds memory_b
	mmap_write_lock(mm);		// memory1.2 wants mm_struct.mmap_lock
					// BUG[memory] lock-order medium: memory_b -> mm_struct.mmap_lock ->
					//    memory_b; an assertion says that it is held
	mmap_write_unlock(mm);
	mutex_unlock(&memory_b);
}

static DEFINE_MUTEX(memory_write_b);

void memory_write_stated(struct mm_struct *mm)
{
	mmap_assert_write_locked(mm);	// memory_write2.1 holds mm_struct.mmap_lock
	mutex_lock(&memory_write_b);	// memory_write2.2 wants memory_write_b
	mutex_unlock(&memory_write_b);
}

void memory_write_taken(struct mm_struct *mm)
{
	mutex_lock(&memory_write_b);	// memory_write1.1 holds memory_write_b
	mmap_read_lock(mm);		// memory_write1.2 wants mm_struct.mmap_lock
					// BUG[memory_write] lock-order medium: memory_write_b ->
					//    mm_struct.mmap_lock -> memory_write_b; an assertion says that it is held
	mmap_read_unlock(mm);
	mutex_unlock(&memory_write_b);
}

static DEFINE_MUTEX(once_a);
static DEFINE_MUTEX(once_b);

void once_stated(void)
{
	lockdep_assert_held_once(&once_a);	// once1.1 holds once_a
	mutex_lock(&once_b);		// once1.2 wants once_b
					// BUG[once] lock-order medium: once_a -> once_b -> once_a; an assertion
					//    says that it is held
	mutex_unlock(&once_b);
}

void once_taken(void)
{
	mutex_lock(&once_b);		// once2.1 holds once_b
	mutex_lock(&once_a);		// once2.2 wants once_a
	mutex_unlock(&once_a);
	mutex_unlock(&once_b);
}

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_stated(void)
{
	lockdep_assert_held_write(&write_a);	// write1.1 holds write_a
	spin_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order medium: write_a -> write_b -> write_a; an assertion
	spin_unlock(&write_b);
}

void write_taken(void)
{
	spin_lock(&write_b);		// write2.1 holds write_b
	read_lock(&write_a);		// write2.2 wants write_a
	read_unlock(&write_a);
	spin_unlock(&write_b);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_stated(void)
{
	lockdep_assert_held_read(&read_a);	// read1.1 holds read_a
	spin_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order medium: read_a -> read_b -> read_a; an assertion
					//    says that it is held
	spin_unlock(&read_b);
}

void read_taken(void)
{
	spin_lock(&read_b);		// read2.1 holds read_b
	write_lock(&read_a);		// read2.2 wants read_a
	write_unlock(&read_a);
	spin_unlock(&read_b);
}

static DEFINE_SPINLOCK(releases_a);
static DEFINE_SPINLOCK(releases_b);

void releases_stated(void)
	__releases(&releases_a)		// releases1.1 holds releases_a
{
	spin_lock(&releases_b);		// releases1.2 wants releases_b
					// BUG[releases] lock-order medium: releases_a -> releases_b -> releases_a;
					//    an assertion says that it is held
	spin_unlock(&releases_b);
	spin_unlock(&releases_a);
}

void releases_taken(void)
{
	spin_lock(&releases_b);		// releases2.1 holds releases_b
	spin_lock(&releases_a);		// releases2.2 wants releases_a
	spin_unlock(&releases_a);
	spin_unlock(&releases_b);
}

static DECLARE_RWSEM(shared_a);
static DEFINE_MUTEX(shared_b);

void shared_stated(void)
	__must_hold_shared(&shared_a)	// shared1.1 holds shared_a
{
	mutex_lock(&shared_b);		// shared1.2 wants shared_b
					// BUG[shared] lock-order medium: shared_a -> shared_b -> shared_a; an
					//    assertion says that it is held
	mutex_unlock(&shared_b);
}

void shared_taken(void)
{
	mutex_lock(&shared_b);		// shared2.1 holds shared_b
	down_write(&shared_a);		// shared2.2 wants shared_a
	up_write(&shared_a);
	mutex_unlock(&shared_b);
}

static DECLARE_RWSEM(releases_shared_a);
static DEFINE_MUTEX(releases_shared_b);

void releases_shared_stated(void)
	__releases_shared(&releases_shared_a)	// releases_shared1.1 holds releases_shared_a
{
	mutex_lock(&releases_shared_b);	// releases_shared1.2 wants releases_shared_b
					// BUG[releases_shared] lock-order medium: releases_shared_a ->
					//    releases_shared_b -> releases_shared_a; an assertion says that it is
					//    held
	mutex_unlock(&releases_shared_b);
	up_read(&releases_shared_a);
}

void releases_shared_taken(void)
{
	mutex_lock(&releases_shared_b);	// releases_shared2.1 holds releases_shared_b
	down_write(&releases_shared_a);	// releases_shared2.2 wants releases_shared_a
	up_write(&releases_shared_a);
	mutex_unlock(&releases_shared_b);
}

static DEFINE_MUTEX(not_a);

static noinline void not_stated(void)
{
	lockdep_assert_not_held(&not_a);
}

void not_taken(void)
{
	mutex_lock(&not_a);
	not_stated();
					// MISS lock-order: what is asserted not to be held is not compared with
					//    what is
	mutex_unlock(&not_a);
}
