// Every level of freeze protection: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(write_b);

void write_forward(struct super_block *super)
{
	sb_start_write(super);		// write1.1 holds sb_writers.rw_sem
	mutex_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order medium: sb_writers.rw_sem -> write_b -> sb_writers.rw_sem; two readers wait for each other
					//    only if a freeze waits between them
	mutex_unlock(&write_b);
	sb_end_write(super);
}

void write_backward(struct super_block *super)
{
	mutex_lock(&write_b);		// write2.1 holds write_b
	sb_start_write(super);		// write2.2 wants sb_writers.rw_sem
	sb_end_write(super);
	mutex_unlock(&write_b);
}

static DEFINE_MUTEX(write_try_b);

void write_try_forward(struct super_block *super)
{
	if (!sb_start_write_trylock(super))	// write_try1.1 holds sb_writers.rw_sem
		return;
	mutex_lock(&write_try_b);	// write_try1.2 wants write_try_b
					// BUG[write_try] lock-order medium: sb_writers.rw_sem -> write_try_b -> sb_writers.rw_sem; two readers wait for each other
					//    only if a freeze waits between them
	mutex_unlock(&write_try_b);
	sb_end_write(super);
}

void write_try_backward(struct super_block *super)
{
	mutex_lock(&write_try_b);	// write_try2.1 holds write_try_b
	sb_start_write(super);		// write_try2.2 wants sb_writers.rw_sem
	sb_end_write(super);
	mutex_unlock(&write_try_b);
}

static DEFINE_MUTEX(pagefault_b);

void pagefault_forward(struct super_block *super)
{
	sb_start_pagefault(super);	// pagefault2.1 holds sb_writers.rw_sem/1
	mutex_lock(&pagefault_b);	// pagefault2.2 wants pagefault_b
	mutex_unlock(&pagefault_b);
	sb_end_pagefault(super);
}

void pagefault_backward(struct super_block *super)
{
	mutex_lock(&pagefault_b);	// pagefault1.1 holds pagefault_b
	sb_start_pagefault(super);	// pagefault1.2 wants sb_writers.rw_sem/1
					// BUG[pagefault] lock-order medium: pagefault_b -> sb_writers.rw_sem/1 -> pagefault_b; two readers wait for each other
					//    only if a freeze waits between them
	sb_end_pagefault(super);
	mutex_unlock(&pagefault_b);
}

static DEFINE_MUTEX(internal_b);

void internal_forward(struct super_block *super)
{
	sb_start_intwrite(super);	// internal2.1 holds sb_writers.rw_sem/2
	mutex_lock(&internal_b);	// internal2.2 wants internal_b
	mutex_unlock(&internal_b);
	sb_end_intwrite(super);
}

void internal_backward(struct super_block *super)
{
	mutex_lock(&internal_b);	// internal1.1 holds internal_b
	sb_start_intwrite(super);	// internal1.2 wants sb_writers.rw_sem/2
					// BUG[internal] lock-order medium: internal_b -> sb_writers.rw_sem/2 -> internal_b; two readers wait for each other
					//    only if a freeze waits between them
	sb_end_intwrite(super);
	mutex_unlock(&internal_b);
}

static DEFINE_MUTEX(internal_try_b);

void internal_try_forward(struct super_block *super)
{
	if (!sb_start_intwrite_trylock(super))	// internal_try2.1 holds sb_writers.rw_sem/2
		return;
	mutex_lock(&internal_try_b);	// internal_try2.2 wants internal_try_b
	mutex_unlock(&internal_try_b);
	sb_end_intwrite(super);
}

void internal_try_backward(struct super_block *super)
{
	mutex_lock(&internal_try_b);	// internal_try1.1 holds internal_try_b
	sb_start_intwrite(super);	// internal_try1.2 wants sb_writers.rw_sem/2
					// BUG[internal_try] lock-order medium: internal_try_b -> sb_writers.rw_sem/2 -> internal_try_b; two readers wait for each other
					//    only if a freeze waits between them
	sb_end_intwrite(super);
	mutex_unlock(&internal_try_b);
}

static DEFINE_MUTEX(file_b);

void file_forward(struct file *file)
{
	file_start_write(file);		// file2.1 holds sb_writers.rw_sem
	mutex_lock(&file_b);		// file2.2 wants file_b
	mutex_unlock(&file_b);
	file_end_write(file);
}

void file_backward(struct file *file)
{
	mutex_lock(&file_b);		// file1.1 holds file_b
	file_start_write(file);		// file1.2 wants sb_writers.rw_sem
					// BUG[file] lock-order medium: file_b -> sb_writers.rw_sem -> file_b; two readers wait for each other
					//    only if a freeze waits between them
	file_end_write(file);
	mutex_unlock(&file_b);
}

static DEFINE_MUTEX(freezer_b);

void freezer_forward(struct super_block *super)
{
	sb_start_write(super);		// freezer2.1 holds sb_writers.rw_sem
	mutex_lock(&freezer_b);		// freezer2.2 wants freezer_b
	mutex_unlock(&freezer_b);
	sb_end_write(super);
}

void freezer_backward(struct super_block *super, int level)
{
	mutex_lock(&freezer_b);		// freezer1.1 holds freezer_b
	percpu_down_write(super->s_writers.rw_sem + level - 1);	// freezer1.2 wants sb_writers.rw_sem
					// BUG[freezer] lock-order: freezer_b -> sb_writers.rw_sem -> freezer_b
	percpu_up_write(super->s_writers.rw_sem + level - 1);
	mutex_unlock(&freezer_b);
}

static DEFINE_MUTEX(freezer_pagefault_b);

void freezer_pagefault_forward(struct super_block *super)
{
	sb_start_pagefault(super);
	mutex_lock(&freezer_pagefault_b);
	mutex_unlock(&freezer_pagefault_b);
	sb_end_pagefault(super);
}

void freezer_pagefault_backward(struct super_block *super, int level)
{
	mutex_lock(&freezer_pagefault_b);
	percpu_down_write(super->s_writers.rw_sem + level - 1);
					// MISS lock-order: the semaphore of a level known at run time is no other level's
	percpu_up_write(super->s_writers.rw_sem + level - 1);
	mutex_unlock(&freezer_pagefault_b);
}
