// The locks of an address space, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct address_space *mapping)
{
	filemap_invalidate_lock(mapping);
	filemap_invalidate_unlock(mapping);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct address_space *mapping)
{
	mutex_lock(&plain_b);
	filemap_invalidate_lock(mapping);
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(shared_b);

void shared_forward(struct address_space *mapping)
{
	filemap_invalidate_lock_shared(mapping);
	filemap_invalidate_unlock_shared(mapping);
	mutex_lock(&shared_b);
	mutex_unlock(&shared_b);
}

void shared_backward(struct address_space *mapping)
{
	mutex_lock(&shared_b);
	filemap_invalidate_lock(mapping);
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&shared_b);
}

static DEFINE_MUTEX(shared_want_b);

void shared_want_forward(struct address_space *mapping)
{
	filemap_invalidate_lock(mapping);
	filemap_invalidate_unlock(mapping);
	mutex_lock(&shared_want_b);
	mutex_unlock(&shared_want_b);
}

void shared_want_backward(struct address_space *mapping)
{
	mutex_lock(&shared_want_b);
	filemap_invalidate_lock_shared(mapping);
	filemap_invalidate_unlock_shared(mapping);
	mutex_unlock(&shared_want_b);
}

static DEFINE_MUTEX(shared_try_b);

void shared_try_forward(struct address_space *mapping)
{
	if (!filemap_invalidate_trylock_shared(mapping))
		return;
	filemap_invalidate_unlock_shared(mapping);
	mutex_lock(&shared_try_b);
	mutex_unlock(&shared_try_b);
}

void shared_try_backward(struct address_space *mapping)
{
	mutex_lock(&shared_try_b);
	filemap_invalidate_lock(mapping);
	filemap_invalidate_unlock(mapping);
	mutex_unlock(&shared_try_b);
}

static DEFINE_MUTEX(mmap_write_b);

void mmap_write_forward(struct address_space *mapping)
{
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_lock(&mmap_write_b);
	mutex_unlock(&mmap_write_b);
}

void mmap_write_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_write_b);
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_write_b);
}

static DEFINE_MUTEX(mmap_write_try_b);

void mmap_write_try_forward(struct address_space *mapping)
{
	if (!i_mmap_trylock_write(mapping))
		return;
	i_mmap_unlock_write(mapping);
	mutex_lock(&mmap_write_try_b);
	mutex_unlock(&mmap_write_try_b);
}

void mmap_write_try_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_write_try_b);
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_write_try_b);
}

static DEFINE_MUTEX(mmap_read_b);

void mmap_read_forward(struct address_space *mapping)
{
	i_mmap_lock_read(mapping);
	i_mmap_unlock_read(mapping);
	mutex_lock(&mmap_read_b);
	mutex_unlock(&mmap_read_b);
}

void mmap_read_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_b);
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_read_b);
}

static DEFINE_MUTEX(mmap_read_want_b);

void mmap_read_want_forward(struct address_space *mapping)
{
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_lock(&mmap_read_want_b);
	mutex_unlock(&mmap_read_want_b);
}

void mmap_read_want_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_want_b);
	i_mmap_lock_read(mapping);
	i_mmap_unlock_read(mapping);
	mutex_unlock(&mmap_read_want_b);
}

static DEFINE_MUTEX(mmap_read_try_b);

void mmap_read_try_forward(struct address_space *mapping)
{
	if (!i_mmap_trylock_read(mapping))
		return;
	i_mmap_unlock_read(mapping);
	mutex_lock(&mmap_read_try_b);
	mutex_unlock(&mmap_read_try_b);
}

void mmap_read_try_backward(struct address_space *mapping)
{
	mutex_lock(&mmap_read_try_b);
	i_mmap_lock_write(mapping);
	i_mmap_unlock_write(mapping);
	mutex_unlock(&mmap_read_try_b);
}
