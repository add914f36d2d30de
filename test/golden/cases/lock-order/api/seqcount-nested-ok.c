// The writer of a nested sequence count is done before it takes the other lock.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static seqcount_t nested_a = SEQCNT_ZERO(nested_a);
static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(void)
{
	write_seqcount_begin_nested(&nested_a, SINGLE_DEPTH_NESTING);
	write_seqcount_end(&nested_a);
	raw_spin_lock(&nested_b);
	raw_spin_unlock(&nested_b);
}

void nested_backward(void)
{
	raw_spin_lock(&nested_b);
	write_seqcount_begin_nested(&nested_a, SINGLE_DEPTH_NESTING);
	write_seqcount_end(&nested_a);
	raw_spin_unlock(&nested_b);
}

static seqcount_t inside_a = SEQCNT_ZERO(inside_a);
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	do_write_seqcount_begin(&inside_a);
	do_write_seqcount_end(&inside_a);
	raw_spin_lock(&inside_b);
	raw_spin_unlock(&inside_b);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);
	do_write_seqcount_begin(&inside_a);
	do_write_seqcount_end(&inside_a);
	raw_spin_unlock(&inside_b);
}

static seqcount_t inside_nested_a = SEQCNT_ZERO(inside_nested_a);
static DEFINE_RAW_SPINLOCK(inside_nested_b);

void inside_nested_forward(void)
{
	do_write_seqcount_begin_nested(&inside_nested_a, SINGLE_DEPTH_NESTING);
	do_write_seqcount_end(&inside_nested_a);
	raw_spin_lock(&inside_nested_b);
	raw_spin_unlock(&inside_nested_b);
}

void inside_nested_backward(void)
{
	raw_spin_lock(&inside_nested_b);
	do_write_seqcount_begin_nested(&inside_nested_a, SINGLE_DEPTH_NESTING);
	do_write_seqcount_end(&inside_nested_a);
	raw_spin_unlock(&inside_nested_b);
}
