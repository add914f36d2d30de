// Every way to lock the mappings of a process, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/mmap_lock.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct mm_struct *mm)
{
	mutex_lock(&plain_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct mm_struct *mm)
{
	mmap_write_lock_nested(mm, SINGLE_DEPTH_NESTING);
	mmap_write_unlock(mm);
	mutex_lock(&nested_b);
	mutex_unlock(&nested_b);
}

void nested_backward(struct mm_struct *mm)
{
	mutex_lock(&nested_b);
	mmap_write_lock_nested(mm, SINGLE_DEPTH_NESTING);
	mmap_write_unlock(mm);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct mm_struct *mm)
{
	if (mmap_write_lock_killable(mm))
		return;
	mmap_write_unlock(mm);
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(struct mm_struct *mm)
{
	mutex_lock(&killable_b);
	if (!mmap_write_lock_killable(mm))
		mmap_write_unlock(mm);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(downgraded_b);

void downgraded_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);
	mmap_write_downgrade(mm);
	mmap_read_unlock(mm);
	mutex_lock(&downgraded_b);
	mutex_unlock(&downgraded_b);
}

void downgraded_backward(struct mm_struct *mm)
{
	mutex_lock(&downgraded_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&downgraded_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(struct mm_struct *mm)
{
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(struct mm_struct *mm)
{
	mutex_lock(&read_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_lock(&read_want_b);
	mutex_unlock(&read_want_b);
}

void read_want_backward(struct mm_struct *mm)
{
	mutex_lock(&read_want_b);
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(struct mm_struct *mm)
{
	if (mmap_read_lock_killable(mm))
		return;
	mmap_read_unlock(mm);
	mutex_lock(&read_killable_b);
	mutex_unlock(&read_killable_b);
}

void read_killable_backward(struct mm_struct *mm)
{
	mutex_lock(&read_killable_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&read_killable_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(struct mm_struct *mm)
{
	if (!mmap_read_trylock(mm))
		return;
	mmap_read_unlock(mm);
	mutex_lock(&read_try_b);
	mutex_unlock(&read_try_b);
}

void read_try_backward(struct mm_struct *mm)
{
	mutex_lock(&read_try_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&read_try_b);
}

static DEFINE_MUTEX(read_given_on_b);

void read_given_on_forward(struct mm_struct *mm)
{
	if (!mmap_read_trylock(mm))
		return;
	mmap_read_unlock_non_owner(mm);
	mutex_lock(&read_given_on_b);
	mutex_unlock(&read_given_on_b);
}

void read_given_on_backward(struct mm_struct *mm)
{
	mutex_lock(&read_given_on_b);
	mmap_write_lock(mm);
	mmap_write_unlock(mm);
	mutex_unlock(&read_given_on_b);
}
