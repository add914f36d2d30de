// Every way to lock anonymous memory, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rmap.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct anon_vma *anon)
{
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct anon_vma *anon)
{
	mutex_lock(&plain_b);
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct anon_vma *anon)
{
	if (!anon_vma_trylock_write(anon))
		return;
	anon_vma_unlock_write(anon);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct anon_vma *anon)
{
	mutex_lock(&try_b);
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(struct anon_vma *anon)
{
	anon_vma_lock_read(anon);
	anon_vma_unlock_read(anon);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(struct anon_vma *anon)
{
	mutex_lock(&read_b);
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(struct anon_vma *anon)
{
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_lock(&read_want_b);
	mutex_unlock(&read_want_b);
}

void read_want_backward(struct anon_vma *anon)
{
	mutex_lock(&read_want_b);
	anon_vma_lock_read(anon);
	anon_vma_unlock_read(anon);
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(struct anon_vma *anon)
{
	if (!anon_vma_trylock_read(anon))
		return;
	anon_vma_unlock_read(anon);
	mutex_lock(&read_try_b);
	mutex_unlock(&read_try_b);
}

void read_try_backward(struct anon_vma *anon)
{
	mutex_lock(&read_try_b);
	anon_vma_lock_write(anon);
	anon_vma_unlock_write(anon);
	mutex_unlock(&read_try_b);
}
