// Every way to lock the mappings of a process: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/mmap_lock.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);		// plain1.1 holds mm_struct.mmap_lock
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: mm_struct.mmap_lock -> plain_b -> mm_struct.mmap_lock
	mutex_unlock(&plain_b);
	mmap_write_unlock(mm);
}

void plain_backward(struct mm_struct *mm)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	mmap_write_lock(mm);		// plain2.2 wants mm_struct.mmap_lock
	mmap_write_unlock(mm);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct mm_struct *mm)
{
	mmap_write_lock_nested(mm, SINGLE_DEPTH_NESTING);	// nested1.1 holds mm_struct.mmap_lock/1
	mutex_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: mm_struct.mmap_lock/1 -> nested_b -> mm_struct.mmap_lock/1
	mutex_unlock(&nested_b);
	mmap_write_unlock(mm);
}

void nested_backward(struct mm_struct *mm)
{
	mutex_lock(&nested_b);		// nested2.1 holds nested_b
	mmap_write_lock_nested(mm, SINGLE_DEPTH_NESTING);	// nested2.2 wants mm_struct.mmap_lock/1
	mmap_write_unlock(mm);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct mm_struct *mm)
{
	if (mmap_write_lock_killable(mm))	// killable2.1 holds mm_struct.mmap_lock
		return;
	mutex_lock(&killable_b);	// killable2.2 wants killable_b
	mutex_unlock(&killable_b);
	mmap_write_unlock(mm);
}

void killable_backward(struct mm_struct *mm)
{
	mutex_lock(&killable_b);	// killable1.1 holds killable_b
	if (!mmap_write_lock_killable(mm))	// killable1.2 wants mm_struct.mmap_lock
					// BUG[killable] lock-order: killable_b -> mm_struct.mmap_lock -> killable_b
		mmap_write_unlock(mm);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(downgraded_b);

void downgraded_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);		// downgraded2.1 holds mm_struct.mmap_lock
	mmap_write_downgrade(mm);
	mutex_lock(&downgraded_b);	// downgraded2.2 wants downgraded_b
	mutex_unlock(&downgraded_b);
	mmap_read_unlock(mm);
}

void downgraded_backward(struct mm_struct *mm)
{
	mutex_lock(&downgraded_b);	// downgraded1.1 holds downgraded_b
	mmap_write_lock(mm);		// downgraded1.2 wants mm_struct.mmap_lock
					// BUG[downgraded] lock-order: downgraded_b -> mm_struct.mmap_lock -> downgraded_b
	mmap_write_unlock(mm);
	mutex_unlock(&downgraded_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(struct mm_struct *mm)
{
	mmap_read_lock(mm);		// read1.1 holds mm_struct.mmap_lock
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: mm_struct.mmap_lock -> read_b -> mm_struct.mmap_lock
	mutex_unlock(&read_b);
	mmap_read_unlock(mm);
}

void read_backward(struct mm_struct *mm)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	mmap_write_lock(mm);		// read2.2 wants mm_struct.mmap_lock
	mmap_write_unlock(mm);
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(struct mm_struct *mm)
{
	mmap_write_lock(mm);		// read_want1.1 holds mm_struct.mmap_lock
	mutex_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want] lock-order: mm_struct.mmap_lock -> read_want_b -> mm_struct.mmap_lock
	mutex_unlock(&read_want_b);
	mmap_write_unlock(mm);
}

void read_want_backward(struct mm_struct *mm)
{
	mutex_lock(&read_want_b);	// read_want2.1 holds read_want_b
	mmap_read_lock(mm);		// read_want2.2 wants mm_struct.mmap_lock
	mmap_read_unlock(mm);
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(struct mm_struct *mm)
{
	if (mmap_read_lock_killable(mm))	// read_killable1.1 holds mm_struct.mmap_lock
		return;
	mutex_lock(&read_killable_b);	// read_killable1.2 wants read_killable_b
					// BUG[read_killable] lock-order: mm_struct.mmap_lock -> read_killable_b -> mm_struct.mmap_lock
	mutex_unlock(&read_killable_b);
	mmap_read_unlock(mm);
}

void read_killable_backward(struct mm_struct *mm)
{
	mutex_lock(&read_killable_b);	// read_killable2.1 holds read_killable_b
	mmap_write_lock(mm);		// read_killable2.2 wants mm_struct.mmap_lock
	mmap_write_unlock(mm);
	mutex_unlock(&read_killable_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(struct mm_struct *mm)
{
	if (!mmap_read_trylock(mm))	// read_try1.1 holds mm_struct.mmap_lock
		return;
	mutex_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: mm_struct.mmap_lock -> read_try_b -> mm_struct.mmap_lock
	mutex_unlock(&read_try_b);
	mmap_read_unlock(mm);
}

void read_try_backward(struct mm_struct *mm)
{
	mutex_lock(&read_try_b);	// read_try2.1 holds read_try_b
	mmap_write_lock(mm);		// read_try2.2 wants mm_struct.mmap_lock
	mmap_write_unlock(mm);
	mutex_unlock(&read_try_b);
}

static DEFINE_MUTEX(read_given_on_b);

void read_given_on_forward(struct mm_struct *mm)
{
	if (!mmap_read_trylock(mm))	// read_given_on1.1 holds mm_struct.mmap_lock
		return;
	mutex_lock(&read_given_on_b);	// read_given_on1.2 wants read_given_on_b
					// BUG[read_given_on] lock-order: mm_struct.mmap_lock -> read_given_on_b -> mm_struct.mmap_lock
	mutex_unlock(&read_given_on_b);
	mmap_read_unlock_non_owner(mm);
}

void read_given_on_backward(struct mm_struct *mm)
{
	mutex_lock(&read_given_on_b);	// read_given_on2.1 holds read_given_on_b
	mmap_write_lock(mm);		// read_given_on2.2 wants mm_struct.mmap_lock
	mmap_write_unlock(mm);
	mutex_unlock(&read_given_on_b);
}
