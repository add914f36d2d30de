// What the rwlock macros call, and what is in that, as the headers of SMP have them.
#include "kernel.h"

static DEFINE_RWLOCK(write_a);
static DEFINE_RAW_SPINLOCK(write_b);

void write_forward(void)
{
	_raw_write_lock(&write_a);	// write1.1 holds write_a
	raw_spin_lock(&write_b);	// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	raw_spin_unlock(&write_b);
	_raw_write_unlock(&write_a);
}

void write_backward(void)
{
	raw_spin_lock(&write_b);	// write2.1 holds write_b
	_raw_write_lock(&write_a);	// write2.2 wants write_a
	_raw_write_unlock(&write_a);
	raw_spin_unlock(&write_b);
}

static DEFINE_RWLOCK(write_bh_a);
static DEFINE_RAW_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	_raw_write_lock_bh(&write_bh_a);	// write_bh1.1 holds write_bh_a
	raw_spin_lock(&write_bh_b);	// write_bh1.2 wants write_bh_b
					// BUG[write_bh] lock-order: write_bh_a -> write_bh_b -> write_bh_a
	raw_spin_unlock(&write_bh_b);
	_raw_write_unlock_bh(&write_bh_a);
}

void write_bh_backward(void)
{
	raw_spin_lock(&write_bh_b);	// write_bh2.1 holds write_bh_b
	_raw_write_lock_bh(&write_bh_a);	// write_bh2.2 wants write_bh_a
	_raw_write_unlock_bh(&write_bh_a);
	raw_spin_unlock(&write_bh_b);
}

static DEFINE_RWLOCK(write_irq_a);
static DEFINE_RAW_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	_raw_write_lock_irq(&write_irq_a);	// write_irq1.1 holds write_irq_a
	raw_spin_lock(&write_irq_b);	// write_irq1.2 wants write_irq_b
					// BUG[write_irq] lock-order: write_irq_a -> write_irq_b -> write_irq_a
	raw_spin_unlock(&write_irq_b);
	_raw_write_unlock_irq(&write_irq_a);
}

void write_irq_backward(void)
{
	raw_spin_lock(&write_irq_b);	// write_irq2.1 holds write_irq_b
	_raw_write_lock_irq(&write_irq_a);	// write_irq2.2 wants write_irq_a
	_raw_write_unlock_irq(&write_irq_a);
	raw_spin_unlock(&write_irq_b);
}

static DEFINE_RWLOCK(write_irqsave_a);
static DEFINE_RAW_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_write_lock_irqsave(&write_irqsave_a);	// write_irqsave1.1 holds write_irqsave_a
	raw_spin_lock(&write_irqsave_b);	// write_irqsave1.2 wants write_irqsave_b
					// BUG[write_irqsave] lock-order: write_irqsave_a -> write_irqsave_b -> write_irqsave_a
	raw_spin_unlock(&write_irqsave_b);
	_raw_write_unlock_irqrestore(&write_irqsave_a, flags);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&write_irqsave_b);	// write_irqsave2.1 holds write_irqsave_b
	flags = _raw_write_lock_irqsave(&write_irqsave_a);	// write_irqsave2.2 wants write_irqsave_a
	_raw_write_unlock_irqrestore(&write_irqsave_a, flags);
	raw_spin_unlock(&write_irqsave_b);
}

static DEFINE_RWLOCK(write_try_a);
static DEFINE_RAW_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!_raw_write_trylock(&write_try_a))	// write_try1.1 holds write_try_a
		return;
	raw_spin_lock(&write_try_b);	// write_try1.2 wants write_try_b
					// BUG[write_try] lock-order: write_try_a -> write_try_b -> write_try_a
	raw_spin_unlock(&write_try_b);
	_raw_write_unlock(&write_try_a);
}

void write_try_backward(void)
{
	raw_spin_lock(&write_try_b);	// write_try2.1 holds write_try_b
	_raw_write_lock(&write_try_a);	// write_try2.2 wants write_try_a
	_raw_write_unlock(&write_try_a);
	raw_spin_unlock(&write_try_b);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_RAW_SPINLOCK(read_b);

void read_forward(void)
{
	_raw_read_lock(&read_a);	// read1.1 holds read_a
	raw_spin_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a
	raw_spin_unlock(&read_b);
	_raw_read_unlock(&read_a);
}

void read_backward(void)
{
	raw_spin_lock(&read_b);		// read2.1 holds read_b
	_raw_write_lock(&read_a);	// read2.2 wants read_a
	_raw_write_unlock(&read_a);
	raw_spin_unlock(&read_b);
}

static DEFINE_RWLOCK(read_bh_a);
static DEFINE_RAW_SPINLOCK(read_bh_b);

void read_bh_forward(void)
{
	_raw_read_lock_bh(&read_bh_a);	// read_bh1.1 holds read_bh_a
	raw_spin_lock(&read_bh_b);	// read_bh1.2 wants read_bh_b
					// BUG[read_bh] lock-order: read_bh_a -> read_bh_b -> read_bh_a
	raw_spin_unlock(&read_bh_b);
	_raw_read_unlock_bh(&read_bh_a);
}

void read_bh_backward(void)
{
	raw_spin_lock(&read_bh_b);	// read_bh2.1 holds read_bh_b
	_raw_write_lock_bh(&read_bh_a);	// read_bh2.2 wants read_bh_a
	_raw_write_unlock_bh(&read_bh_a);
	raw_spin_unlock(&read_bh_b);
}

static DEFINE_RWLOCK(read_irq_a);
static DEFINE_RAW_SPINLOCK(read_irq_b);

void read_irq_forward(void)
{
	_raw_read_lock_irq(&read_irq_a);	// read_irq1.1 holds read_irq_a
	raw_spin_lock(&read_irq_b);	// read_irq1.2 wants read_irq_b
					// BUG[read_irq] lock-order: read_irq_a -> read_irq_b -> read_irq_a
	raw_spin_unlock(&read_irq_b);
	_raw_read_unlock_irq(&read_irq_a);
}

void read_irq_backward(void)
{
	raw_spin_lock(&read_irq_b);	// read_irq2.1 holds read_irq_b
	_raw_write_lock_irq(&read_irq_a);	// read_irq2.2 wants read_irq_a
	_raw_write_unlock_irq(&read_irq_a);
	raw_spin_unlock(&read_irq_b);
}

static DEFINE_RWLOCK(read_irqsave_a);
static DEFINE_RAW_SPINLOCK(read_irqsave_b);

void read_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_read_lock_irqsave(&read_irqsave_a);	// read_irqsave1.1 holds read_irqsave_a
	raw_spin_lock(&read_irqsave_b);	// read_irqsave1.2 wants read_irqsave_b
					// BUG[read_irqsave] lock-order: read_irqsave_a -> read_irqsave_b -> read_irqsave_a
	raw_spin_unlock(&read_irqsave_b);
	_raw_read_unlock_irqrestore(&read_irqsave_a, flags);
}

void read_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&read_irqsave_b);	// read_irqsave2.1 holds read_irqsave_b
	flags = _raw_write_lock_irqsave(&read_irqsave_a);	// read_irqsave2.2 wants read_irqsave_a
	_raw_write_unlock_irqrestore(&read_irqsave_a, flags);
	raw_spin_unlock(&read_irqsave_b);
}

static DEFINE_RWLOCK(read_try_a);
static DEFINE_RAW_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!_raw_read_trylock(&read_try_a))	// read_try1.1 holds read_try_a
		return;
	raw_spin_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: read_try_a -> read_try_b -> read_try_a
	raw_spin_unlock(&read_try_b);
	_raw_read_unlock(&read_try_a);
}

void read_try_backward(void)
{
	raw_spin_lock(&read_try_b);	// read_try2.1 holds read_try_b
	_raw_write_lock(&read_try_a);	// read_try2.2 wants read_try_a
	_raw_write_unlock(&read_try_a);
	raw_spin_unlock(&read_try_b);
}

static DEFINE_RWLOCK(write_inside_a);
static DEFINE_RAW_SPINLOCK(write_inside_b);

void write_inside_forward(void)
{
	__raw_write_lock(&write_inside_a);	// write_inside1.1 holds write_inside_a
	raw_spin_lock(&write_inside_b);	// write_inside1.2 wants write_inside_b
					// BUG[write_inside] lock-order: write_inside_a -> write_inside_b -> write_inside_a
	raw_spin_unlock(&write_inside_b);
	__raw_write_unlock(&write_inside_a);
}

void write_inside_backward(void)
{
	raw_spin_lock(&write_inside_b);	// write_inside2.1 holds write_inside_b
	__raw_write_lock(&write_inside_a);	// write_inside2.2 wants write_inside_a
	__raw_write_unlock(&write_inside_a);
	raw_spin_unlock(&write_inside_b);
}

static DEFINE_RWLOCK(write_inside_bh_a);
static DEFINE_RAW_SPINLOCK(write_inside_bh_b);

void write_inside_bh_forward(void)
{
	__raw_write_lock_bh(&write_inside_bh_a);	// write_inside_bh1.1 holds write_inside_bh_a
	raw_spin_lock(&write_inside_bh_b);	// write_inside_bh1.2 wants write_inside_bh_b
					// BUG[write_inside_bh] lock-order: write_inside_bh_a -> write_inside_bh_b -> write_inside_bh_a
	raw_spin_unlock(&write_inside_bh_b);
	__raw_write_unlock_bh(&write_inside_bh_a);
}

void write_inside_bh_backward(void)
{
	raw_spin_lock(&write_inside_bh_b);	// write_inside_bh2.1 holds write_inside_bh_b
	__raw_write_lock_bh(&write_inside_bh_a);	// write_inside_bh2.2 wants write_inside_bh_a
	__raw_write_unlock_bh(&write_inside_bh_a);
	raw_spin_unlock(&write_inside_bh_b);
}

static DEFINE_RWLOCK(write_inside_irq_a);
static DEFINE_RAW_SPINLOCK(write_inside_irq_b);

void write_inside_irq_forward(void)
{
	__raw_write_lock_irq(&write_inside_irq_a);	// write_inside_irq1.1 holds write_inside_irq_a
	raw_spin_lock(&write_inside_irq_b);	// write_inside_irq1.2 wants write_inside_irq_b
					// BUG[write_inside_irq] lock-order: write_inside_irq_a -> write_inside_irq_b -> write_inside_irq_a
	raw_spin_unlock(&write_inside_irq_b);
	__raw_write_unlock_irq(&write_inside_irq_a);
}

void write_inside_irq_backward(void)
{
	raw_spin_lock(&write_inside_irq_b);	// write_inside_irq2.1 holds write_inside_irq_b
	__raw_write_lock_irq(&write_inside_irq_a);	// write_inside_irq2.2 wants write_inside_irq_a
	__raw_write_unlock_irq(&write_inside_irq_a);
	raw_spin_unlock(&write_inside_irq_b);
}

static DEFINE_RWLOCK(write_inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(write_inside_irqsave_b);

void write_inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_write_lock_irqsave(&write_inside_irqsave_a);	// write_inside_irqsave1.1 holds write_inside_irqsave_a
	raw_spin_lock(&write_inside_irqsave_b);	// write_inside_irqsave1.2 wants write_inside_irqsave_b
					// BUG[write_inside_irqsave] lock-order: write_inside_irqsave_a -> write_inside_irqsave_b -> write_inside_irqsave_a
	raw_spin_unlock(&write_inside_irqsave_b);
	__raw_write_unlock_irqrestore(&write_inside_irqsave_a, flags);
}

void write_inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&write_inside_irqsave_b);	// write_inside_irqsave2.1 holds write_inside_irqsave_b
	flags = __raw_write_lock_irqsave(&write_inside_irqsave_a);	// write_inside_irqsave2.2 wants write_inside_irqsave_a
	__raw_write_unlock_irqrestore(&write_inside_irqsave_a, flags);
	raw_spin_unlock(&write_inside_irqsave_b);
}

static DEFINE_RWLOCK(write_inside_try_a);
static DEFINE_RAW_SPINLOCK(write_inside_try_b);

void write_inside_try_forward(void)
{
	if (!__raw_write_trylock(&write_inside_try_a))	// write_inside_try1.1 holds write_inside_try_a
		return;
	raw_spin_lock(&write_inside_try_b);	// write_inside_try1.2 wants write_inside_try_b
					// BUG[write_inside_try] lock-order: write_inside_try_a -> write_inside_try_b -> write_inside_try_a
	raw_spin_unlock(&write_inside_try_b);
	__raw_write_unlock(&write_inside_try_a);
}

void write_inside_try_backward(void)
{
	raw_spin_lock(&write_inside_try_b);	// write_inside_try2.1 holds write_inside_try_b
	__raw_write_lock(&write_inside_try_a);	// write_inside_try2.2 wants write_inside_try_a
	__raw_write_unlock(&write_inside_try_a);
	raw_spin_unlock(&write_inside_try_b);
}

static DEFINE_RWLOCK(read_inside_a);
static DEFINE_RAW_SPINLOCK(read_inside_b);

void read_inside_forward(void)
{
	__raw_read_lock(&read_inside_a);	// read_inside1.1 holds read_inside_a
	raw_spin_lock(&read_inside_b);	// read_inside1.2 wants read_inside_b
					// BUG[read_inside] lock-order: read_inside_a -> read_inside_b -> read_inside_a
	raw_spin_unlock(&read_inside_b);
	__raw_read_unlock(&read_inside_a);
}

void read_inside_backward(void)
{
	raw_spin_lock(&read_inside_b);	// read_inside2.1 holds read_inside_b
	__raw_write_lock(&read_inside_a);	// read_inside2.2 wants read_inside_a
	__raw_write_unlock(&read_inside_a);
	raw_spin_unlock(&read_inside_b);
}

static DEFINE_RWLOCK(read_inside_bh_a);
static DEFINE_RAW_SPINLOCK(read_inside_bh_b);

void read_inside_bh_forward(void)
{
	__raw_read_lock_bh(&read_inside_bh_a);	// read_inside_bh1.1 holds read_inside_bh_a
	raw_spin_lock(&read_inside_bh_b);	// read_inside_bh1.2 wants read_inside_bh_b
					// BUG[read_inside_bh] lock-order: read_inside_bh_a -> read_inside_bh_b -> read_inside_bh_a
	raw_spin_unlock(&read_inside_bh_b);
	__raw_read_unlock_bh(&read_inside_bh_a);
}

void read_inside_bh_backward(void)
{
	raw_spin_lock(&read_inside_bh_b);	// read_inside_bh2.1 holds read_inside_bh_b
	__raw_write_lock_bh(&read_inside_bh_a);	// read_inside_bh2.2 wants read_inside_bh_a
	__raw_write_unlock_bh(&read_inside_bh_a);
	raw_spin_unlock(&read_inside_bh_b);
}

static DEFINE_RWLOCK(read_inside_irq_a);
static DEFINE_RAW_SPINLOCK(read_inside_irq_b);

void read_inside_irq_forward(void)
{
	__raw_read_lock_irq(&read_inside_irq_a);	// read_inside_irq1.1 holds read_inside_irq_a
	raw_spin_lock(&read_inside_irq_b);	// read_inside_irq1.2 wants read_inside_irq_b
					// BUG[read_inside_irq] lock-order: read_inside_irq_a -> read_inside_irq_b -> read_inside_irq_a
	raw_spin_unlock(&read_inside_irq_b);
	__raw_read_unlock_irq(&read_inside_irq_a);
}

void read_inside_irq_backward(void)
{
	raw_spin_lock(&read_inside_irq_b);	// read_inside_irq2.1 holds read_inside_irq_b
	__raw_write_lock_irq(&read_inside_irq_a);	// read_inside_irq2.2 wants read_inside_irq_a
	__raw_write_unlock_irq(&read_inside_irq_a);
	raw_spin_unlock(&read_inside_irq_b);
}

static DEFINE_RWLOCK(read_inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(read_inside_irqsave_b);

void read_inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_read_lock_irqsave(&read_inside_irqsave_a);	// read_inside_irqsave1.1 holds read_inside_irqsave_a
	raw_spin_lock(&read_inside_irqsave_b);	// read_inside_irqsave1.2 wants read_inside_irqsave_b
					// BUG[read_inside_irqsave] lock-order: read_inside_irqsave_a -> read_inside_irqsave_b -> read_inside_irqsave_a
	raw_spin_unlock(&read_inside_irqsave_b);
	__raw_read_unlock_irqrestore(&read_inside_irqsave_a, flags);
}

void read_inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&read_inside_irqsave_b);	// read_inside_irqsave2.1 holds read_inside_irqsave_b
	flags = __raw_write_lock_irqsave(&read_inside_irqsave_a);	// read_inside_irqsave2.2 wants read_inside_irqsave_a
	__raw_write_unlock_irqrestore(&read_inside_irqsave_a, flags);
	raw_spin_unlock(&read_inside_irqsave_b);
}

static DEFINE_RWLOCK(read_inside_try_a);
static DEFINE_RAW_SPINLOCK(read_inside_try_b);

void read_inside_try_forward(void)
{
	if (!__raw_read_trylock(&read_inside_try_a))	// read_inside_try1.1 holds read_inside_try_a
		return;
	raw_spin_lock(&read_inside_try_b);	// read_inside_try1.2 wants read_inside_try_b
					// BUG[read_inside_try] lock-order: read_inside_try_a -> read_inside_try_b -> read_inside_try_a
	raw_spin_unlock(&read_inside_try_b);
	__raw_read_unlock(&read_inside_try_a);
}

void read_inside_try_backward(void)
{
	raw_spin_lock(&read_inside_try_b);	// read_inside_try2.1 holds read_inside_try_b
	__raw_write_lock(&read_inside_try_a);	// read_inside_try2.2 wants read_inside_try_a
	__raw_write_unlock(&read_inside_try_a);
	raw_spin_unlock(&read_inside_try_b);
}

static DEFINE_RWLOCK(read_want_a);
static DEFINE_RAW_SPINLOCK(read_want_b);

void read_want_forward(void)
{
	_raw_write_lock(&read_want_a);	// read_want1.1 holds read_want_a
	raw_spin_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want] lock-order: read_want_a -> read_want_b -> read_want_a
	raw_spin_unlock(&read_want_b);
	_raw_write_unlock(&read_want_a);
}

void read_want_backward(void)
{
	raw_spin_lock(&read_want_b);	// read_want2.1 holds read_want_b
	_raw_read_lock(&read_want_a);	// read_want2.2 wants read_want_a
	_raw_read_unlock(&read_want_a);
	raw_spin_unlock(&read_want_b);
}

static DEFINE_RWLOCK(read_inside_want_a);
static DEFINE_RAW_SPINLOCK(read_inside_want_b);

void read_inside_want_forward(void)
{
	__raw_write_lock(&read_inside_want_a);	// read_inside_want1.1 holds read_inside_want_a
	raw_spin_lock(&read_inside_want_b);	// read_inside_want1.2 wants read_inside_want_b
					// BUG[read_inside_want] lock-order: read_inside_want_a -> read_inside_want_b -> read_inside_want_a
	raw_spin_unlock(&read_inside_want_b);
	__raw_write_unlock(&read_inside_want_a);
}

void read_inside_want_backward(void)
{
	raw_spin_lock(&read_inside_want_b);	// read_inside_want2.1 holds read_inside_want_b
	__raw_read_lock(&read_inside_want_a);	// read_inside_want2.2 wants read_inside_want_a
	__raw_read_unlock(&read_inside_want_a);
	raw_spin_unlock(&read_inside_want_b);
}

static DEFINE_RWLOCK(nested_inside_a);
static DEFINE_RAW_SPINLOCK(nested_inside_b);

void nested_inside_forward(void)
{
	__raw_write_lock_nested(&nested_inside_a, SINGLE_DEPTH_NESTING);	// nested_inside1.1 holds nested_inside_a/1
	raw_spin_lock(&nested_inside_b);	// nested_inside1.2 wants nested_inside_b
					// BUG[nested_inside] lock-order: nested_inside_a/1 -> nested_inside_b -> nested_inside_a/1
	raw_spin_unlock(&nested_inside_b);
	__raw_write_unlock(&nested_inside_a);
}

void nested_inside_backward(void)
{
	raw_spin_lock(&nested_inside_b);	// nested_inside2.1 holds nested_inside_b
	__raw_write_lock_nested(&nested_inside_a, SINGLE_DEPTH_NESTING);	// nested_inside2.2 wants nested_inside_a/1
	__raw_write_unlock(&nested_inside_a);
	raw_spin_unlock(&nested_inside_b);
}

static DEFINE_RWLOCK(nested_called_a);
static DEFINE_RAW_SPINLOCK(nested_called_b);

void nested_called_forward(void)
{
	_raw_write_lock_nested(&nested_called_a, SINGLE_DEPTH_NESTING);	// nested_called1.1 holds nested_called_a/1
	raw_spin_lock(&nested_called_b);	// nested_called1.2 wants nested_called_b
					// BUG[nested_called] lock-order: nested_called_a/1 -> nested_called_b -> nested_called_a/1
	raw_spin_unlock(&nested_called_b);
	_raw_write_unlock(&nested_called_a);
}

void nested_called_backward(void)
{
	raw_spin_lock(&nested_called_b);	// nested_called2.1 holds nested_called_b
	_raw_write_lock_nested(&nested_called_a, SINGLE_DEPTH_NESTING);	// nested_called2.2 wants nested_called_a/1
	_raw_write_unlock(&nested_called_a);
	raw_spin_unlock(&nested_called_b);
}
