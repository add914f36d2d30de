// A writer of a nested sequence count takes another lock, and a nested writer is under that lock.
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static seqcount_t nested_a = SEQCNT_ZERO(nested_a);
static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(void)
{
	write_seqcount_begin_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	raw_spin_lock(&nested_b);	// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1
	raw_spin_unlock(&nested_b);
	write_seqcount_end(&nested_a);
}

void nested_backward(void)
{
	raw_spin_lock(&nested_b);	// nested2.1 holds nested_b
	write_seqcount_begin_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	write_seqcount_end(&nested_a);
	raw_spin_unlock(&nested_b);
}

static seqcount_t inside_a = SEQCNT_ZERO(inside_a);
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	do_write_seqcount_begin(&inside_a);	// inside1.1 holds inside_a
	raw_spin_lock(&inside_b);	// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	raw_spin_unlock(&inside_b);
	do_write_seqcount_end(&inside_a);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);	// inside2.1 holds inside_b
	do_write_seqcount_begin(&inside_a);	// inside2.2 wants inside_a
	do_write_seqcount_end(&inside_a);
	raw_spin_unlock(&inside_b);
}

static seqcount_t inside_nested_a = SEQCNT_ZERO(inside_nested_a);
static DEFINE_RAW_SPINLOCK(inside_nested_b);

void inside_nested_forward(void)
{
	do_write_seqcount_begin_nested(&inside_nested_a, SINGLE_DEPTH_NESTING);	// inside_nested1.1 holds inside_nested_a/1
	raw_spin_lock(&inside_nested_b);	// inside_nested1.2 wants inside_nested_b
					// BUG[inside_nested] lock-order: inside_nested_a/1 -> inside_nested_b -> inside_nested_a/1
	raw_spin_unlock(&inside_nested_b);
	do_write_seqcount_end(&inside_nested_a);
}

void inside_nested_backward(void)
{
	raw_spin_lock(&inside_nested_b);	// inside_nested2.1 holds inside_nested_b
	do_write_seqcount_begin_nested(&inside_nested_a, SINGLE_DEPTH_NESTING);	// inside_nested2.2 wants inside_nested_a/1
	do_write_seqcount_end(&inside_nested_a);
	raw_spin_unlock(&inside_nested_b);
}
