// What the raw_spin_ macros call, and what is in that, as the headers of SMP without lockdep have them.
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(called_a);
static DEFINE_RAW_SPINLOCK(called_b);

void called_forward(void)
{
	_raw_spin_lock(&called_a);	// called1.1 holds called_a
	raw_spin_lock(&called_b);	// called1.2 wants called_b
					// BUG[called] lock-order: called_a -> called_b -> called_a
	raw_spin_unlock(&called_b);
	_raw_spin_unlock(&called_a);
}

void called_backward(void)
{
	raw_spin_lock(&called_b);	// called2.1 holds called_b
	_raw_spin_lock(&called_a);	// called2.2 wants called_a
	_raw_spin_unlock(&called_a);
	raw_spin_unlock(&called_b);
}

static DEFINE_RAW_SPINLOCK(called_bh_a);
static DEFINE_RAW_SPINLOCK(called_bh_b);

void called_bh_forward(void)
{
	_raw_spin_lock_bh(&called_bh_a);	// called_bh1.1 holds called_bh_a
	raw_spin_lock(&called_bh_b);	// called_bh1.2 wants called_bh_b
					// BUG[called_bh] lock-order: called_bh_a -> called_bh_b -> called_bh_a
	raw_spin_unlock(&called_bh_b);
	_raw_spin_unlock_bh(&called_bh_a);
}

void called_bh_backward(void)
{
	raw_spin_lock(&called_bh_b);	// called_bh2.1 holds called_bh_b
	_raw_spin_lock_bh(&called_bh_a);	// called_bh2.2 wants called_bh_a
	_raw_spin_unlock_bh(&called_bh_a);
	raw_spin_unlock(&called_bh_b);
}

static DEFINE_RAW_SPINLOCK(called_irq_a);
static DEFINE_RAW_SPINLOCK(called_irq_b);

void called_irq_forward(void)
{
	_raw_spin_lock_irq(&called_irq_a);	// called_irq1.1 holds called_irq_a
	raw_spin_lock(&called_irq_b);	// called_irq1.2 wants called_irq_b
					// BUG[called_irq] lock-order: called_irq_a -> called_irq_b -> called_irq_a
	raw_spin_unlock(&called_irq_b);
	_raw_spin_unlock_irq(&called_irq_a);
}

void called_irq_backward(void)
{
	raw_spin_lock(&called_irq_b);	// called_irq2.1 holds called_irq_b
	_raw_spin_lock_irq(&called_irq_a);	// called_irq2.2 wants called_irq_a
	_raw_spin_unlock_irq(&called_irq_a);
	raw_spin_unlock(&called_irq_b);
}

static DEFINE_RAW_SPINLOCK(called_irqsave_a);
static DEFINE_RAW_SPINLOCK(called_irqsave_b);

void called_irqsave_forward(void)
{
	unsigned long flags;

	flags = _raw_spin_lock_irqsave(&called_irqsave_a);	// called_irqsave1.1 holds called_irqsave_a
	raw_spin_lock(&called_irqsave_b);	// called_irqsave1.2 wants called_irqsave_b
					// BUG[called_irqsave] lock-order: called_irqsave_a -> called_irqsave_b -> called_irqsave_a
	raw_spin_unlock(&called_irqsave_b);
	_raw_spin_unlock_irqrestore(&called_irqsave_a, flags);
}

void called_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&called_irqsave_b);	// called_irqsave2.1 holds called_irqsave_b
	flags = _raw_spin_lock_irqsave(&called_irqsave_a);	// called_irqsave2.2 wants called_irqsave_a
	_raw_spin_unlock_irqrestore(&called_irqsave_a, flags);
	raw_spin_unlock(&called_irqsave_b);
}

static DEFINE_RAW_SPINLOCK(called_try_a);
static DEFINE_RAW_SPINLOCK(called_try_b);

void called_try_forward(void)
{
	if (!_raw_spin_trylock(&called_try_a))	// called_try1.1 holds called_try_a
		return;
	raw_spin_lock(&called_try_b);	// called_try1.2 wants called_try_b
					// BUG[called_try] lock-order: called_try_a -> called_try_b -> called_try_a
	raw_spin_unlock(&called_try_b);
	_raw_spin_unlock(&called_try_a);
}

void called_try_backward(void)
{
	raw_spin_lock(&called_try_b);	// called_try2.1 holds called_try_b
	_raw_spin_lock(&called_try_a);	// called_try2.2 wants called_try_a
	_raw_spin_unlock(&called_try_a);
	raw_spin_unlock(&called_try_b);
}

static DEFINE_RAW_SPINLOCK(called_try_bh_a);
static DEFINE_RAW_SPINLOCK(called_try_bh_b);

void called_try_bh_forward(void)
{
	if (!_raw_spin_trylock_bh(&called_try_bh_a))	// called_try_bh1.1 holds called_try_bh_a
		return;
	raw_spin_lock(&called_try_bh_b);	// called_try_bh1.2 wants called_try_bh_b
					// BUG[called_try_bh] lock-order: called_try_bh_a -> called_try_bh_b -> called_try_bh_a
	raw_spin_unlock(&called_try_bh_b);
	_raw_spin_unlock_bh(&called_try_bh_a);
}

void called_try_bh_backward(void)
{
	raw_spin_lock(&called_try_bh_b);	// called_try_bh2.1 holds called_try_bh_b
	_raw_spin_lock_bh(&called_try_bh_a);	// called_try_bh2.2 wants called_try_bh_a
	_raw_spin_unlock_bh(&called_try_bh_a);
	raw_spin_unlock(&called_try_bh_b);
}

static DEFINE_RAW_SPINLOCK(inside_a);
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	__raw_spin_lock(&inside_a);	// inside1.1 holds inside_a
	raw_spin_lock(&inside_b);	// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	raw_spin_unlock(&inside_b);
	__raw_spin_unlock(&inside_a);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);	// inside2.1 holds inside_b
	__raw_spin_lock(&inside_a);	// inside2.2 wants inside_a
	__raw_spin_unlock(&inside_a);
	raw_spin_unlock(&inside_b);
}

static DEFINE_RAW_SPINLOCK(inside_bh_a);
static DEFINE_RAW_SPINLOCK(inside_bh_b);

void inside_bh_forward(void)
{
	__raw_spin_lock_bh(&inside_bh_a);	// inside_bh1.1 holds inside_bh_a
	raw_spin_lock(&inside_bh_b);	// inside_bh1.2 wants inside_bh_b
					// BUG[inside_bh] lock-order: inside_bh_a -> inside_bh_b -> inside_bh_a
	raw_spin_unlock(&inside_bh_b);
	__raw_spin_unlock_bh(&inside_bh_a);
}

void inside_bh_backward(void)
{
	raw_spin_lock(&inside_bh_b);	// inside_bh2.1 holds inside_bh_b
	__raw_spin_lock_bh(&inside_bh_a);	// inside_bh2.2 wants inside_bh_a
	__raw_spin_unlock_bh(&inside_bh_a);
	raw_spin_unlock(&inside_bh_b);
}

static DEFINE_RAW_SPINLOCK(inside_irq_a);
static DEFINE_RAW_SPINLOCK(inside_irq_b);

void inside_irq_forward(void)
{
	__raw_spin_lock_irq(&inside_irq_a);	// inside_irq1.1 holds inside_irq_a
	raw_spin_lock(&inside_irq_b);	// inside_irq1.2 wants inside_irq_b
					// BUG[inside_irq] lock-order: inside_irq_a -> inside_irq_b -> inside_irq_a
	raw_spin_unlock(&inside_irq_b);
	__raw_spin_unlock_irq(&inside_irq_a);
}

void inside_irq_backward(void)
{
	raw_spin_lock(&inside_irq_b);	// inside_irq2.1 holds inside_irq_b
	__raw_spin_lock_irq(&inside_irq_a);	// inside_irq2.2 wants inside_irq_a
	__raw_spin_unlock_irq(&inside_irq_a);
	raw_spin_unlock(&inside_irq_b);
}

static DEFINE_RAW_SPINLOCK(inside_irqsave_a);
static DEFINE_RAW_SPINLOCK(inside_irqsave_b);

void inside_irqsave_forward(void)
{
	unsigned long flags;

	flags = __raw_spin_lock_irqsave(&inside_irqsave_a);	// inside_irqsave1.1 holds inside_irqsave_a
	raw_spin_lock(&inside_irqsave_b);	// inside_irqsave1.2 wants inside_irqsave_b
					// BUG[inside_irqsave] lock-order: inside_irqsave_a -> inside_irqsave_b -> inside_irqsave_a
	raw_spin_unlock(&inside_irqsave_b);
	__raw_spin_unlock_irqrestore(&inside_irqsave_a, flags);
}

void inside_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&inside_irqsave_b);	// inside_irqsave2.1 holds inside_irqsave_b
	flags = __raw_spin_lock_irqsave(&inside_irqsave_a);	// inside_irqsave2.2 wants inside_irqsave_a
	__raw_spin_unlock_irqrestore(&inside_irqsave_a, flags);
	raw_spin_unlock(&inside_irqsave_b);
}

static DEFINE_RAW_SPINLOCK(inside_try_a);
static DEFINE_RAW_SPINLOCK(inside_try_b);

void inside_try_forward(void)
{
	if (!__raw_spin_trylock(&inside_try_a))	// inside_try1.1 holds inside_try_a
		return;
	raw_spin_lock(&inside_try_b);	// inside_try1.2 wants inside_try_b
					// BUG[inside_try] lock-order: inside_try_a -> inside_try_b -> inside_try_a
	raw_spin_unlock(&inside_try_b);
	__raw_spin_unlock(&inside_try_a);
}

void inside_try_backward(void)
{
	raw_spin_lock(&inside_try_b);	// inside_try2.1 holds inside_try_b
	__raw_spin_lock(&inside_try_a);	// inside_try2.2 wants inside_try_a
	__raw_spin_unlock(&inside_try_a);
	raw_spin_unlock(&inside_try_b);
}

static DEFINE_RAW_SPINLOCK(inside_try_bh_a);
static DEFINE_RAW_SPINLOCK(inside_try_bh_b);

void inside_try_bh_forward(void)
{
	if (!__raw_spin_trylock_bh(&inside_try_bh_a))	// inside_try_bh1.1 holds inside_try_bh_a
		return;
	raw_spin_lock(&inside_try_bh_b);	// inside_try_bh1.2 wants inside_try_bh_b
					// BUG[inside_try_bh] lock-order: inside_try_bh_a -> inside_try_bh_b -> inside_try_bh_a
	raw_spin_unlock(&inside_try_bh_b);
	__raw_spin_unlock_bh(&inside_try_bh_a);
}

void inside_try_bh_backward(void)
{
	raw_spin_lock(&inside_try_bh_b);	// inside_try_bh2.1 holds inside_try_bh_b
	__raw_spin_lock_bh(&inside_try_bh_a);	// inside_try_bh2.2 wants inside_try_bh_a
	__raw_spin_unlock_bh(&inside_try_bh_a);
	raw_spin_unlock(&inside_try_bh_b);
}
