// The locks of an address space: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct address_space *mapping)
{
	filemap_invalidate_lock(mapping);	// plain1.1 holds address_space.invalidate_lock
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: address_space.invalidate_lock -> plain_b -> address_space.invalidate_lock
	mutex_unlock(&plain_b);
	filemap_invalidate_unlock(mapping);
}

void plain_backward(struct address_space *mapping)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	filemap_invalidate_lock(mapping);	// plain2.2 wants address_space.invalidate_lock
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(shared_b);

void shared_forward(struct address_space *mapping)
{
	filemap_invalidate_lock_shared(mapping);	// shared1.1 holds address_space.invalidate_lock
	mutex_lock(&shared_b);		// shared1.2 wants shared_b
					// BUG[shared] lock-order: address_space.invalidate_lock -> shared_b -> address_space.invalidate_lock
	mutex_unlock(&shared_b);
	filemap_invalidate_unlock_shared(mapping);
}

void shared_backward(struct address_space *mapping)
{
	mutex_lock(&shared_b);		// shared2.1 holds shared_b
	filemap_invalidate_lock(mapping);	// shared2.2 wants address_space.invalidate_lock
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&shared_b);
}

static DEFINE_MUTEX(shared_want_b);

void shared_want_forward(struct address_space *mapping)
{
	filemap_invalidate_lock(mapping);	// shared_want1.1 holds address_space.invalidate_lock
	mutex_lock(&shared_want_b);	// shared_want1.2 wants shared_want_b
					// BUG[shared_want] lock-order: address_space.invalidate_lock -> shared_want_b -> address_space.invalidate_lock
	mutex_unlock(&shared_want_b);
	filemap_invalidate_unlock(mapping);
}

void shared_want_backward(struct address_space *mapping)
{
	mutex_lock(&shared_want_b);	// shared_want2.1 holds shared_want_b
	filemap_invalidate_lock_shared(mapping);	// shared_want2.2 wants address_space.invalidate_lock
	filemap_invalidate_unlock_shared(mapping);
	mutex_unlock(&shared_want_b);
}

static DEFINE_MUTEX(shared_try_b);

void shared_try_forward(struct address_space *mapping)
{
	if (!filemap_invalidate_trylock_shared(mapping))	// shared_try1.1 holds address_space.invalidate_lock
		return;
	mutex_lock(&shared_try_b);	// shared_try1.2 wants shared_try_b
					// BUG[shared_try] lock-order: address_space.invalidate_lock -> shared_try_b -> address_space.invalidate_lock
	mutex_unlock(&shared_try_b);
	filemap_invalidate_unlock_shared(mapping);
}

void shared_try_backward(struct address_space *mapping)
{
	mutex_lock(&shared_try_b);	// shared_try2.1 holds shared_try_b
	filemap_invalidate_lock(mapping);	// shared_try2.2 wants address_space.invalidate_lock
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&shared_try_b);
}

static DEFINE_MUTEX(mmap_write_b);

void mmap_write_forward(struct address_space *mapping)
{
	i_mmap_lock_write(mapping);	// mmap_write1.1 holds address_space.i_mmap_rwsem
	mutex_lock(&mmap_write_b);	// mmap_write1.2 wants mmap_write_b
					// BUG[mmap_write] lock-order: address_space.i_mmap_rwsem -> mmap_write_b -> address_space.i_mmap_rwsem
	mutex_unlock(&mmap_write_b);
	i_mmap_unlock_write(mapping);
}

void mmap_write_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_write_b);	// mmap_write2.1 holds mmap_write_b
	i_mmap_lock_write(mapping);	// mmap_write2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_write_b);
}

static DEFINE_MUTEX(mmap_write_try_b);

void mmap_write_try_forward(struct address_space *mapping)
{
	if (!i_mmap_trylock_write(mapping))	// mmap_write_try1.1 holds address_space.i_mmap_rwsem
		return;
	mutex_lock(&mmap_write_try_b);	// mmap_write_try1.2 wants mmap_write_try_b
					// BUG[mmap_write_try] lock-order: address_space.i_mmap_rwsem -> mmap_write_try_b -> address_space.i_mmap_rwsem
	mutex_unlock(&mmap_write_try_b);
	i_mmap_unlock_write(mapping);
}

void mmap_write_try_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_write_try_b);	// mmap_write_try2.1 holds mmap_write_try_b
	i_mmap_lock_write(mapping);	// mmap_write_try2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_write_try_b);
}

static DEFINE_MUTEX(mmap_read_b);

void mmap_read_forward(struct address_space *mapping)
{
	i_mmap_lock_read(mapping);	// mmap_read1.1 holds address_space.i_mmap_rwsem
	mutex_lock(&mmap_read_b);	// mmap_read1.2 wants mmap_read_b
					// BUG[mmap_read] lock-order: address_space.i_mmap_rwsem -> mmap_read_b -> address_space.i_mmap_rwsem
	mutex_unlock(&mmap_read_b);
	i_mmap_unlock_read(mapping);
}

void mmap_read_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_b);	// mmap_read2.1 holds mmap_read_b
	i_mmap_lock_write(mapping);	// mmap_read2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_read_b);
}

static DEFINE_MUTEX(mmap_read_want_b);

void mmap_read_want_forward(struct address_space *mapping)
{
	i_mmap_lock_write(mapping);	// mmap_read_want1.1 holds address_space.i_mmap_rwsem
	mutex_lock(&mmap_read_want_b);	// mmap_read_want1.2 wants mmap_read_want_b
					// BUG[mmap_read_want] lock-order: address_space.i_mmap_rwsem -> mmap_read_want_b -> address_space.i_mmap_rwsem
	mutex_unlock(&mmap_read_want_b);
	i_mmap_unlock_write(mapping);
}

void mmap_read_want_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_want_b);	// mmap_read_want2.1 holds mmap_read_want_b
	i_mmap_lock_read(mapping);	// mmap_read_want2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_read(mapping);
	mutex_unlock(&mmap_read_want_b);
}

static DEFINE_MUTEX(mmap_read_try_b);

void mmap_read_try_forward(struct address_space *mapping)
{
	if (!i_mmap_trylock_read(mapping))	// mmap_read_try1.1 holds address_space.i_mmap_rwsem
		return;
	mutex_lock(&mmap_read_try_b);	// mmap_read_try1.2 wants mmap_read_try_b
					// BUG[mmap_read_try] lock-order: address_space.i_mmap_rwsem -> mmap_read_try_b -> address_space.i_mmap_rwsem
	mutex_unlock(&mmap_read_try_b);
	i_mmap_unlock_read(mapping);
}

void mmap_read_try_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_try_b);	// mmap_read_try2.1 holds mmap_read_try_b
	i_mmap_lock_write(mapping);	// mmap_read_try2.2 wants address_space.i_mmap_rwsem
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_read_try_b);
}
