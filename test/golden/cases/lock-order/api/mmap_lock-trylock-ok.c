// Until 6.11 the mappings of a process may be tried for writing: given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/mmap_lock.h>

bool mmap_write_trylock(struct mm_struct *mm);

static DEFINE_MUTEX(try_b);

void try_forward(struct mm_struct *mm)
{
	if (!mmap_write_trylock(mm))
		return;
	mmap_write_unlock(mm);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct mm_struct *mm)
{
	mutex_lock(&try_b);
	mmap_read_lock(mm);
	mmap_read_unlock(mm);
	mutex_unlock(&try_b);
}
