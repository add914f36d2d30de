// What the rwlock macros call, and what is in that, given back before the other lock is taken.
// CLEAN
#include "kernel.h"

static DEFINE_RWLOCK(write_a);
static DEFINE_RAW_SPINLOCK(write_b);

void write_forward(void)
{
	_raw_write_lock(&write_a);
	_raw_write_unlock(&write_a);
	raw_spin_lock(&write_b);
	raw_spin_unlock(&write_b);
}

void write_backward(void)
{
	raw_spin_lock(&write_b);
	_raw_write_lock(&write_a);
	_raw_write_unlock(&write_a);
	raw_spin_unlock(&write_b);
}

static DEFINE_RWLOCK(write_bh_a);
static DEFINE_RAW_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	_raw_write_lock_bh(&write_bh_a);
	_raw_write_unlock_bh(&write_bh_a);
	raw_spin_lock(&write_bh_b);
	raw_spin_unlock(&write_bh_b);
}

void write_bh_backward(void)
{
	raw_spin_lock(&write_bh_b);
	_raw_write_lock_bh(&write_bh_a);
	_raw_write_unlock_bh(&write_bh_a);
	raw_spin_unlock(&write_bh_b);
}

static DEFINE_RWLOCK(write_irq_a);
static DEFINE_RAW_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	_raw_write_lock_irq(&write_irq_a);
	_raw_write_unlock_irq(&write_irq_a);
	raw_spin_lock(&write_irq_b);
	raw_spin_unlock(&write_irq_b);
}

void write_irq_backward(void)
{
	raw_spin_lock(&write_irq_b);
	_raw_write_lock_irq(&write_irq_a);
	_raw_write_unlock_irq(&write_irq_a);
	raw_spin_unlock(&write_irq_b);
}

static DEFINE_RWLOCK(write_irqsave_a);
static DEFINE_RAW_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_write_lock_irqsave(&write_irqsave_a);
	_raw_write_unlock_irqrestore(&write_irqsave_a, flags);
	raw_spin_lock(&write_irqsave_b);
	raw_spin_unlock(&write_irqsave_b);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&write_irqsave_b);
	flags = _raw_write_lock_irqsave(&write_irqsave_a);
	_raw_write_unlock_irqrestore(&write_irqsave_a, flags);
	raw_spin_unlock(&write_irqsave_b);
}

static DEFINE_RWLOCK(write_try_a);
static DEFINE_RAW_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!_raw_write_trylock(&write_try_a))
		return;
	_raw_write_unlock(&write_try_a);
	raw_spin_lock(&write_try_b);
	raw_spin_unlock(&write_try_b);
}

void write_try_backward(void)
{
	raw_spin_lock(&write_try_b);
	_raw_write_lock(&write_try_a);
	_raw_write_unlock(&write_try_a);
	raw_spin_unlock(&write_try_b);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_RAW_SPINLOCK(read_b);

void read_forward(void)
{
	_raw_read_lock(&read_a);
	_raw_read_unlock(&read_a);
	raw_spin_lock(&read_b);
	raw_spin_unlock(&read_b);
}

void read_backward(void)
{
	raw_spin_lock(&read_b);
	_raw_write_lock(&read_a);
	_raw_write_unlock(&read_a);
	raw_spin_unlock(&read_b);
}

static DEFINE_RWLOCK(read_bh_a);
static DEFINE_RAW_SPINLOCK(read_bh_b);

void read_bh_forward(void)
{
	_raw_read_lock_bh(&read_bh_a);
	_raw_read_unlock_bh(&read_bh_a);
	raw_spin_lock(&read_bh_b);
	raw_spin_unlock(&read_bh_b);
}

void read_bh_backward(void)
{
	raw_spin_lock(&read_bh_b);
	_raw_write_lock_bh(&read_bh_a);
	_raw_write_unlock_bh(&read_bh_a);
	raw_spin_unlock(&read_bh_b);
}

static DEFINE_RWLOCK(read_irq_a);
static DEFINE_RAW_SPINLOCK(read_irq_b);

void read_irq_forward(void)
{
	_raw_read_lock_irq(&read_irq_a);
	_raw_read_unlock_irq(&read_irq_a);
	raw_spin_lock(&read_irq_b);
	raw_spin_unlock(&read_irq_b);
}

void read_irq_backward(void)
{
	raw_spin_lock(&read_irq_b);
	_raw_write_lock_irq(&read_irq_a);
	_raw_write_unlock_irq(&read_irq_a);
	raw_spin_unlock(&read_irq_b);
}

static DEFINE_RWLOCK(read_irqsave_a);
static DEFINE_RAW_SPINLOCK(read_irqsave_b);

void read_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_read_lock_irqsave(&read_irqsave_a);
	_raw_read_unlock_irqrestore(&read_irqsave_a, flags);
	raw_spin_lock(&read_irqsave_b);
	raw_spin_unlock(&read_irqsave_b);
}

void read_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&read_irqsave_b);
	flags = _raw_write_lock_irqsave(&read_irqsave_a);
	_raw_write_unlock_irqrestore(&read_irqsave_a, flags);
	raw_spin_unlock(&read_irqsave_b);
}

static DEFINE_RWLOCK(read_try_a);
static DEFINE_RAW_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!_raw_read_trylock(&read_try_a))
		return;
	_raw_read_unlock(&read_try_a);
	raw_spin_lock(&read_try_b);
	raw_spin_unlock(&read_try_b);
}

void read_try_backward(void)
{
	raw_spin_lock(&read_try_b);
	_raw_write_lock(&read_try_a);
	_raw_write_unlock(&read_try_a);
	raw_spin_unlock(&read_try_b);
}

static DEFINE_RWLOCK(write_inside_a);
static DEFINE_RAW_SPINLOCK(write_inside_b);

void write_inside_forward(void)
{
	__raw_write_lock(&write_inside_a);
	__raw_write_unlock(&write_inside_a);
	raw_spin_lock(&write_inside_b);
	raw_spin_unlock(&write_inside_b);
}

void write_inside_backward(void)
{
	raw_spin_lock(&write_inside_b);
	__raw_write_lock(&write_inside_a);
	__raw_write_unlock(&write_inside_a);
	raw_spin_unlock(&write_inside_b);
}

static DEFINE_RWLOCK(write_inside_bh_a);
static DEFINE_RAW_SPINLOCK(write_inside_bh_b);

void write_inside_bh_forward(void)
{
	__raw_write_lock_bh(&write_inside_bh_a);
	__raw_write_unlock_bh(&write_inside_bh_a);
	raw_spin_lock(&write_inside_bh_b);
	raw_spin_unlock(&write_inside_bh_b);
}

void write_inside_bh_backward(void)
{
	raw_spin_lock(&write_inside_bh_b);
	__raw_write_lock_bh(&write_inside_bh_a);
	__raw_write_unlock_bh(&write_inside_bh_a);
	raw_spin_unlock(&write_inside_bh_b);
}

static DEFINE_RWLOCK(write_inside_irq_a);
static DEFINE_RAW_SPINLOCK(write_inside_irq_b);

void write_inside_irq_forward(void)
{
	__raw_write_lock_irq(&write_inside_irq_a);
	__raw_write_unlock_irq(&write_inside_irq_a);
	raw_spin_lock(&write_inside_irq_b);
	raw_spin_unlock(&write_inside_irq_b);
}

void write_inside_irq_backward(void)
{
	raw_spin_lock(&write_inside_irq_b);
	__raw_write_lock_irq(&write_inside_irq_a);
	__raw_write_unlock_irq(&write_inside_irq_a);
	raw_spin_unlock(&write_inside_irq_b);
}

static DEFINE_RWLOCK(write_inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(write_inside_irqsave_b);

void write_inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_write_lock_irqsave(&write_inside_irqsave_a);
	__raw_write_unlock_irqrestore(&write_inside_irqsave_a, flags);
	raw_spin_lock(&write_inside_irqsave_b);
	raw_spin_unlock(&write_inside_irqsave_b);
}

void write_inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&write_inside_irqsave_b);
	flags = __raw_write_lock_irqsave(&write_inside_irqsave_a);
	__raw_write_unlock_irqrestore(&write_inside_irqsave_a, flags);
	raw_spin_unlock(&write_inside_irqsave_b);
}

static DEFINE_RWLOCK(write_inside_try_a);
static DEFINE_RAW_SPINLOCK(write_inside_try_b);

void write_inside_try_forward(void)
{
	if (!__raw_write_trylock(&write_inside_try_a))
		return;
	__raw_write_unlock(&write_inside_try_a);
	raw_spin_lock(&write_inside_try_b);
	raw_spin_unlock(&write_inside_try_b);
}

void write_inside_try_backward(void)
{
	raw_spin_lock(&write_inside_try_b);
	__raw_write_lock(&write_inside_try_a);
	__raw_write_unlock(&write_inside_try_a);
	raw_spin_unlock(&write_inside_try_b);
}

static DEFINE_RWLOCK(read_inside_a);
static DEFINE_RAW_SPINLOCK(read_inside_b);

void read_inside_forward(void)
{
	__raw_read_lock(&read_inside_a);
	__raw_read_unlock(&read_inside_a);
	raw_spin_lock(&read_inside_b);
	raw_spin_unlock(&read_inside_b);
}

void read_inside_backward(void)
{
	raw_spin_lock(&read_inside_b);
	__raw_write_lock(&read_inside_a);
	__raw_write_unlock(&read_inside_a);
	raw_spin_unlock(&read_inside_b);
}

static DEFINE_RWLOCK(read_inside_bh_a);
static DEFINE_RAW_SPINLOCK(read_inside_bh_b);

void read_inside_bh_forward(void)
{
	__raw_read_lock_bh(&read_inside_bh_a);
	__raw_read_unlock_bh(&read_inside_bh_a);
	raw_spin_lock(&read_inside_bh_b);
	raw_spin_unlock(&read_inside_bh_b);
}

void read_inside_bh_backward(void)
{
	raw_spin_lock(&read_inside_bh_b);
	__raw_write_lock_bh(&read_inside_bh_a);
	__raw_write_unlock_bh(&read_inside_bh_a);
	raw_spin_unlock(&read_inside_bh_b);
}

static DEFINE_RWLOCK(read_inside_irq_a);
static DEFINE_RAW_SPINLOCK(read_inside_irq_b);

void read_inside_irq_forward(void)
{
	__raw_read_lock_irq(&read_inside_irq_a);
	__raw_read_unlock_irq(&read_inside_irq_a);
	raw_spin_lock(&read_inside_irq_b);
	raw_spin_unlock(&read_inside_irq_b);
}

void read_inside_irq_backward(void)
{
	raw_spin_lock(&read_inside_irq_b);
	__raw_write_lock_irq(&read_inside_irq_a);
	__raw_write_unlock_irq(&read_inside_irq_a);
	raw_spin_unlock(&read_inside_irq_b);
}

static DEFINE_RWLOCK(read_inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(read_inside_irqsave_b);

void read_inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_read_lock_irqsave(&read_inside_irqsave_a);
	__raw_read_unlock_irqrestore(&read_inside_irqsave_a, flags);
	raw_spin_lock(&read_inside_irqsave_b);
	raw_spin_unlock(&read_inside_irqsave_b);
}

void read_inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&read_inside_irqsave_b);
	flags = __raw_write_lock_irqsave(&read_inside_irqsave_a);
	__raw_write_unlock_irqrestore(&read_inside_irqsave_a, flags);
	raw_spin_unlock(&read_inside_irqsave_b);
}

static DEFINE_RWLOCK(read_inside_try_a);
static DEFINE_RAW_SPINLOCK(read_inside_try_b);

void read_inside_try_forward(void)
{
	if (!__raw_read_trylock(&read_inside_try_a))
		return;
	__raw_read_unlock(&read_inside_try_a);
	raw_spin_lock(&read_inside_try_b);
	raw_spin_unlock(&read_inside_try_b);
}

void read_inside_try_backward(void)
{
	raw_spin_lock(&read_inside_try_b);
	__raw_write_lock(&read_inside_try_a);
	__raw_write_unlock(&read_inside_try_a);
	raw_spin_unlock(&read_inside_try_b);
}

static DEFINE_RWLOCK(read_want_a);
static DEFINE_RAW_SPINLOCK(read_want_b);

void read_want_forward(void)
{
	_raw_write_lock(&read_want_a);
	_raw_write_unlock(&read_want_a);
	raw_spin_lock(&read_want_b);
	raw_spin_unlock(&read_want_b);
}

void read_want_backward(void)
{
	raw_spin_lock(&read_want_b);
	_raw_read_lock(&read_want_a);
	_raw_read_unlock(&read_want_a);
	raw_spin_unlock(&read_want_b);
}

static DEFINE_RWLOCK(read_inside_want_a);
static DEFINE_RAW_SPINLOCK(read_inside_want_b);

void read_inside_want_forward(void)
{
	__raw_write_lock(&read_inside_want_a);
	__raw_write_unlock(&read_inside_want_a);
	raw_spin_lock(&read_inside_want_b);
	raw_spin_unlock(&read_inside_want_b);
}

void read_inside_want_backward(void)
{
	raw_spin_lock(&read_inside_want_b);
	__raw_read_lock(&read_inside_want_a);
	__raw_read_unlock(&read_inside_want_a);
	raw_spin_unlock(&read_inside_want_b);
}

static DEFINE_RWLOCK(nested_inside_a);
static DEFINE_RAW_SPINLOCK(nested_inside_b);

void nested_inside_forward(void)
{
	__raw_write_lock_nested(&nested_inside_a, SINGLE_DEPTH_NESTING);
	__raw_write_unlock(&nested_inside_a);
	raw_spin_lock(&nested_inside_b);
	raw_spin_unlock(&nested_inside_b);
}

void nested_inside_backward(void)
{
	raw_spin_lock(&nested_inside_b);
	__raw_write_lock_nested(&nested_inside_a, SINGLE_DEPTH_NESTING);
	__raw_write_unlock(&nested_inside_a);
	raw_spin_unlock(&nested_inside_b);
}

static DEFINE_RWLOCK(nested_called_a);
static DEFINE_RAW_SPINLOCK(nested_called_b);

void nested_called_forward(void)
{
	_raw_write_lock_nested(&nested_called_a, SINGLE_DEPTH_NESTING);
	_raw_write_unlock(&nested_called_a);
	raw_spin_lock(&nested_called_b);
	raw_spin_unlock(&nested_called_b);
}

void nested_called_backward(void)
{
	raw_spin_lock(&nested_called_b);
	_raw_write_lock_nested(&nested_called_a, SINGLE_DEPTH_NESTING);
	_raw_write_unlock(&nested_called_a);
	raw_spin_unlock(&nested_called_b);
}
