// Until 6.11 the mappings of a process may be tried for writing: held over a mutex.
// CONFIGS: all
#include "kernel.h"
#include <linux/mmap_lock.h>

bool mmap_write_trylock(struct mm_struct *mm);

static DEFINE_MUTEX(try_b);

void try_forward(struct mm_struct *mm)
{
	if (!mmap_write_trylock(mm))	// try1.1 holds mm_struct.mmap_lock
		return;
	mutex_lock(&try_b);	// try1.2 wants try_b
					// BUG[try] lock-order: mm_struct.mmap_lock -> try_b -> mm_struct.mmap_lock
	mutex_unlock(&try_b);
	mmap_write_unlock(mm);
}

void try_backward(struct mm_struct *mm)
{
	mutex_lock(&try_b);	// try2.1 holds try_b
	mmap_read_lock(mm);	// try2.2 wants mm_struct.mmap_lock
	mmap_read_unlock(mm);
	mutex_unlock(&try_b);
}
