// Every level of freeze protection, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(write_b);

void write_forward(struct super_block *super)
{
	sb_start_write(super);
	sb_end_write(super);
	mutex_lock(&write_b);
	mutex_unlock(&write_b);
}

void write_backward(struct super_block *super)
{
	mutex_lock(&write_b);
	sb_start_write(super);
	sb_end_write(super);
	mutex_unlock(&write_b);
}

static DEFINE_MUTEX(write_try_b);

void write_try_forward(struct super_block *super)
{
	if (!sb_start_write_trylock(super))
		return;
	sb_end_write(super);
	mutex_lock(&write_try_b);
	mutex_unlock(&write_try_b);
}

void write_try_backward(struct super_block *super)
{
	mutex_lock(&write_try_b);
	sb_start_write(super);
	sb_end_write(super);
	mutex_unlock(&write_try_b);
}

static DEFINE_MUTEX(pagefault_b);

void pagefault_forward(struct super_block *super)
{
	sb_start_pagefault(super);
	sb_end_pagefault(super);
	mutex_lock(&pagefault_b);
	mutex_unlock(&pagefault_b);
}

void pagefault_backward(struct super_block *super)
{
	mutex_lock(&pagefault_b);
	sb_start_pagefault(super);
	sb_end_pagefault(super);
	mutex_unlock(&pagefault_b);
}

static DEFINE_MUTEX(internal_b);

void internal_forward(struct super_block *super)
{
	sb_start_intwrite(super);
	sb_end_intwrite(super);
	mutex_lock(&internal_b);
	mutex_unlock(&internal_b);
}

void internal_backward(struct super_block *super)
{
	mutex_lock(&internal_b);
	sb_start_intwrite(super);
	sb_end_intwrite(super);
	mutex_unlock(&internal_b);
}

static DEFINE_MUTEX(internal_try_b);

void internal_try_forward(struct super_block *super)
{
	if (!sb_start_intwrite_trylock(super))
		return;
	sb_end_intwrite(super);
	mutex_lock(&internal_try_b);
	mutex_unlock(&internal_try_b);
}

void internal_try_backward(struct super_block *super)
{
	mutex_lock(&internal_try_b);
	sb_start_intwrite(super);
	sb_end_intwrite(super);
	mutex_unlock(&internal_try_b);
}

static DEFINE_MUTEX(file_b);

void file_forward(struct file *file)
{
	file_start_write(file);
	file_end_write(file);
	mutex_lock(&file_b);
	mutex_unlock(&file_b);
}

void file_backward(struct file *file)
{
	mutex_lock(&file_b);
	file_start_write(file);
	file_end_write(file);
	mutex_unlock(&file_b);
}

static DEFINE_MUTEX(freezer_b);

void freezer_forward(struct super_block *super)
{
	sb_start_write(super);
	sb_end_write(super);
	mutex_lock(&freezer_b);
	mutex_unlock(&freezer_b);
}

void freezer_backward(struct super_block *super, int level)
{
	mutex_lock(&freezer_b);
	percpu_down_write(super->s_writers.rw_sem + level - 1);
	percpu_up_write(super->s_writers.rw_sem + level - 1);
	mutex_unlock(&freezer_b);
}

static DEFINE_MUTEX(freezer_pagefault_b);

void freezer_pagefault_forward(struct super_block *super)
{
	sb_start_pagefault(super);
	sb_end_pagefault(super);
	mutex_lock(&freezer_pagefault_b);
	mutex_unlock(&freezer_pagefault_b);
}

void freezer_pagefault_backward(struct super_block *super, int level)
{
	mutex_lock(&freezer_pagefault_b);
	percpu_down_write(super->s_writers.rw_sem + level - 1);
	percpu_up_write(super->s_writers.rw_sem + level - 1);
	mutex_unlock(&freezer_pagefault_b);
}
