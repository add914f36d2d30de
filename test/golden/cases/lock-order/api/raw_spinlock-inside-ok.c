// What the raw_spin_ macros call, and what is in that, given back before the other lock is taken.
// CLEAN
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(called_a);
static DEFINE_RAW_SPINLOCK(called_b);

void called_forward(void)
{
	_raw_spin_lock(&called_a);
	_raw_spin_unlock(&called_a);
	raw_spin_lock(&called_b);
	raw_spin_unlock(&called_b);
}

void called_backward(void)
{
	raw_spin_lock(&called_b);
	_raw_spin_lock(&called_a);
	_raw_spin_unlock(&called_a);
	raw_spin_unlock(&called_b);
}

static DEFINE_RAW_SPINLOCK(called_bh_a);
static DEFINE_RAW_SPINLOCK(called_bh_b);

void called_bh_forward(void)
{
	_raw_spin_lock_bh(&called_bh_a);
	_raw_spin_unlock_bh(&called_bh_a);
	raw_spin_lock(&called_bh_b);
	raw_spin_unlock(&called_bh_b);
}

void called_bh_backward(void)
{
	raw_spin_lock(&called_bh_b);
	_raw_spin_lock_bh(&called_bh_a);
	_raw_spin_unlock_bh(&called_bh_a);
	raw_spin_unlock(&called_bh_b);
}

static DEFINE_RAW_SPINLOCK(called_irq_a);
static DEFINE_RAW_SPINLOCK(called_irq_b);

void called_irq_forward(void)
{
	_raw_spin_lock_irq(&called_irq_a);
	_raw_spin_unlock_irq(&called_irq_a);
	raw_spin_lock(&called_irq_b);
	raw_spin_unlock(&called_irq_b);
}

void called_irq_backward(void)
{
	raw_spin_lock(&called_irq_b);
	_raw_spin_lock_irq(&called_irq_a);
	_raw_spin_unlock_irq(&called_irq_a);
	raw_spin_unlock(&called_irq_b);
}

static DEFINE_RAW_SPINLOCK(called_irqsave_a);
static DEFINE_RAW_SPINLOCK(called_irqsave_b);

void called_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_spin_lock_irqsave(&called_irqsave_a);
	_raw_spin_unlock_irqrestore(&called_irqsave_a, flags);
	raw_spin_lock(&called_irqsave_b);
	raw_spin_unlock(&called_irqsave_b);
}

void called_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&called_irqsave_b);
	flags = _raw_spin_lock_irqsave(&called_irqsave_a);
	_raw_spin_unlock_irqrestore(&called_irqsave_a, flags);
	raw_spin_unlock(&called_irqsave_b);
}

static DEFINE_RAW_SPINLOCK(called_try_a);
static DEFINE_RAW_SPINLOCK(called_try_b);

void called_try_forward(void)
{
	if (!_raw_spin_trylock(&called_try_a))
		return;
	_raw_spin_unlock(&called_try_a);
	raw_spin_lock(&called_try_b);
	raw_spin_unlock(&called_try_b);
}

void called_try_backward(void)
{
	raw_spin_lock(&called_try_b);
	_raw_spin_lock(&called_try_a);
	_raw_spin_unlock(&called_try_a);
	raw_spin_unlock(&called_try_b);
}

static DEFINE_RAW_SPINLOCK(called_try_bh_a);
static DEFINE_RAW_SPINLOCK(called_try_bh_b);

void called_try_bh_forward(void)
{
	if (!_raw_spin_trylock_bh(&called_try_bh_a))
		return;
	_raw_spin_unlock_bh(&called_try_bh_a);
	raw_spin_lock(&called_try_bh_b);
	raw_spin_unlock(&called_try_bh_b);
}

void called_try_bh_backward(void)
{
	raw_spin_lock(&called_try_bh_b);
	_raw_spin_lock_bh(&called_try_bh_a);
	_raw_spin_unlock_bh(&called_try_bh_a);
	raw_spin_unlock(&called_try_bh_b);
}

static DEFINE_RAW_SPINLOCK(inside_a);
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	__raw_spin_lock(&inside_a);
	__raw_spin_unlock(&inside_a);
	raw_spin_lock(&inside_b);
	raw_spin_unlock(&inside_b);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);
	__raw_spin_lock(&inside_a);
	__raw_spin_unlock(&inside_a);
	raw_spin_unlock(&inside_b);
}

static DEFINE_RAW_SPINLOCK(inside_bh_a);
static DEFINE_RAW_SPINLOCK(inside_bh_b);

void inside_bh_forward(void)
{
	__raw_spin_lock_bh(&inside_bh_a);
	__raw_spin_unlock_bh(&inside_bh_a);
	raw_spin_lock(&inside_bh_b);
	raw_spin_unlock(&inside_bh_b);
}

void inside_bh_backward(void)
{
	raw_spin_lock(&inside_bh_b);
	__raw_spin_lock_bh(&inside_bh_a);
	__raw_spin_unlock_bh(&inside_bh_a);
	raw_spin_unlock(&inside_bh_b);
}

static DEFINE_RAW_SPINLOCK(inside_irq_a);
static DEFINE_RAW_SPINLOCK(inside_irq_b);

void inside_irq_forward(void)
{
	__raw_spin_lock_irq(&inside_irq_a);
	__raw_spin_unlock_irq(&inside_irq_a);
	raw_spin_lock(&inside_irq_b);
	raw_spin_unlock(&inside_irq_b);
}

void inside_irq_backward(void)
{
	raw_spin_lock(&inside_irq_b);
	__raw_spin_lock_irq(&inside_irq_a);
	__raw_spin_unlock_irq(&inside_irq_a);
	raw_spin_unlock(&inside_irq_b);
}

static DEFINE_RAW_SPINLOCK(inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(inside_irqsave_b);

void inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_spin_lock_irqsave(&inside_irqsave_a);
	__raw_spin_unlock_irqrestore(&inside_irqsave_a, flags);
	raw_spin_lock(&inside_irqsave_b);
	raw_spin_unlock(&inside_irqsave_b);
}

void inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&inside_irqsave_b);
	flags = __raw_spin_lock_irqsave(&inside_irqsave_a);
	__raw_spin_unlock_irqrestore(&inside_irqsave_a, flags);
	raw_spin_unlock(&inside_irqsave_b);
}

static DEFINE_RAW_SPINLOCK(inside_try_a);
static DEFINE_RAW_SPINLOCK(inside_try_b);

void inside_try_forward(void)
{
	if (!__raw_spin_trylock(&inside_try_a))
		return;
	__raw_spin_unlock(&inside_try_a);
	raw_spin_lock(&inside_try_b);
	raw_spin_unlock(&inside_try_b);
}

void inside_try_backward(void)
{
	raw_spin_lock(&inside_try_b);
	__raw_spin_lock(&inside_try_a);
	__raw_spin_unlock(&inside_try_a);
	raw_spin_unlock(&inside_try_b);
}

static DEFINE_RAW_SPINLOCK(inside_try_bh_a);
static DEFINE_RAW_SPINLOCK(inside_try_bh_b);

void inside_try_bh_forward(void)
{
	if (!__raw_spin_trylock_bh(&inside_try_bh_a))
		return;
	__raw_spin_unlock_bh(&inside_try_bh_a);
	raw_spin_lock(&inside_try_bh_b);
	raw_spin_unlock(&inside_try_bh_b);
}

void inside_try_bh_backward(void)
{
	raw_spin_lock(&inside_try_bh_b);
	__raw_spin_lock_bh(&inside_try_bh_a);
	__raw_spin_unlock_bh(&inside_try_bh_a);
	raw_spin_unlock(&inside_try_bh_b);
}
