// Every way to lock anonymous memory: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/rmap.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct anon_vma *anon)
{
	anon_vma_lock_write(anon);	// plain1.1 holds anon_vma.rwsem
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: anon_vma.rwsem -> plain_b -> anon_vma.rwsem
	mutex_unlock(&plain_b);
	anon_vma_unlock_write(anon);
}

void plain_backward(struct anon_vma *anon)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	anon_vma_lock_write(anon);	// plain2.2 wants anon_vma.rwsem
	anon_vma_unlock_write(anon);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct anon_vma *anon)
{
	if (!anon_vma_trylock_write(anon))	// try1.1 holds anon_vma.rwsem
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: anon_vma.rwsem -> try_b -> anon_vma.rwsem
	mutex_unlock(&try_b);
	anon_vma_unlock_write(anon);
}

void try_backward(struct anon_vma *anon)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	anon_vma_lock_write(anon);	// try2.2 wants anon_vma.rwsem
	anon_vma_unlock_write(anon);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(struct anon_vma *anon)
{
	anon_vma_lock_read(anon);	// read1.1 holds anon_vma.rwsem
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: anon_vma.rwsem -> read_b -> anon_vma.rwsem
	mutex_unlock(&read_b);
	anon_vma_unlock_read(anon);
}

void read_backward(struct anon_vma *anon)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	anon_vma_lock_write(anon);	// read2.2 wants anon_vma.rwsem
	anon_vma_unlock_write(anon);
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(struct anon_vma *anon)
{
	anon_vma_lock_write(anon);	// read_want1.1 holds anon_vma.rwsem
	mutex_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want] lock-order: anon_vma.rwsem -> read_want_b -> anon_vma.rwsem
	mutex_unlock(&read_want_b);
	anon_vma_unlock_write(anon);
}

void read_want_backward(struct anon_vma *anon)
{
	mutex_lock(&read_want_b);	// read_want2.1 holds read_want_b
	anon_vma_lock_read(anon);	// read_want2.2 wants anon_vma.rwsem
	anon_vma_unlock_read(anon);
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(struct anon_vma *anon)
{
	if (!anon_vma_trylock_read(anon))	// read_try1.1 holds anon_vma.rwsem
		return;
	mutex_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: anon_vma.rwsem -> read_try_b -> anon_vma.rwsem
	mutex_unlock(&read_try_b);
	anon_vma_unlock_read(anon);
}

void read_try_backward(struct anon_vma *anon)
{
	mutex_lock(&read_try_b);	// read_try2.1 holds read_try_b
	anon_vma_lock_write(anon);	// read_try2.2 wants anon_vma.rwsem
	anon_vma_unlock_write(anon);
	mutex_unlock(&read_try_b);
}
