// Every conditional guard of a spinlock, whose class is a record: held over another lock by whoever has it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(raw_spinlock_try_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_try_b);

void raw_spinlock_try_forward(void)
{
	scoped_cond_guard(raw_spinlock_try, return, &raw_spinlock_try_a) {
		raw_spin_lock(&raw_spinlock_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		raw_spin_unlock(&raw_spinlock_try_b);
	}
}

void raw_spinlock_try_backward(void)
{
	raw_spin_lock(&raw_spinlock_try_b);
	raw_spin_lock(&raw_spinlock_try_a);
	raw_spin_unlock(&raw_spinlock_try_a);
	raw_spin_unlock(&raw_spinlock_try_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_try_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_try_b);

void raw_spinlock_irq_try_forward(void)
{
	scoped_cond_guard(raw_spinlock_irq_try, return, &raw_spinlock_irq_try_a) {
		raw_spin_lock(&raw_spinlock_irq_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		raw_spin_unlock(&raw_spinlock_irq_try_b);
	}
}

void raw_spinlock_irq_try_backward(void)
{
	raw_spin_lock(&raw_spinlock_irq_try_b);
	raw_spin_lock(&raw_spinlock_irq_try_a);
	raw_spin_unlock(&raw_spinlock_irq_try_a);
	raw_spin_unlock(&raw_spinlock_irq_try_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_try_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_try_b);

void raw_spinlock_bh_try_forward(void)
{
	scoped_cond_guard(raw_spinlock_bh_try, return, &raw_spinlock_bh_try_a) {
		raw_spin_lock(&raw_spinlock_bh_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		raw_spin_unlock(&raw_spinlock_bh_try_b);
	}
}

void raw_spinlock_bh_try_backward(void)
{
	raw_spin_lock(&raw_spinlock_bh_try_b);
	raw_spin_lock(&raw_spinlock_bh_try_a);
	raw_spin_unlock(&raw_spinlock_bh_try_a);
	raw_spin_unlock(&raw_spinlock_bh_try_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_try_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_try_b);

void raw_spinlock_irqsave_try_forward(void)
{
	scoped_cond_guard(raw_spinlock_irqsave_try, return, &raw_spinlock_irqsave_try_a) {
		raw_spin_lock(&raw_spinlock_irqsave_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		raw_spin_unlock(&raw_spinlock_irqsave_try_b);
	}
}

void raw_spinlock_irqsave_try_backward(void)
{
	raw_spin_lock(&raw_spinlock_irqsave_try_b);
	raw_spin_lock(&raw_spinlock_irqsave_try_a);
	raw_spin_unlock(&raw_spinlock_irqsave_try_a);
	raw_spin_unlock(&raw_spinlock_irqsave_try_b);
}

static DEFINE_SPINLOCK(spinlock_try_a);
static DEFINE_SPINLOCK(spinlock_try_b);

void spinlock_try_forward(void)
{
	scoped_cond_guard(spinlock_try, return, &spinlock_try_a) {
		spin_lock(&spinlock_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		spin_unlock(&spinlock_try_b);
	}
}

void spinlock_try_backward(void)
{
	spin_lock(&spinlock_try_b);
	spin_lock(&spinlock_try_a);
	spin_unlock(&spinlock_try_a);
	spin_unlock(&spinlock_try_b);
}

static DEFINE_SPINLOCK(spinlock_irq_try_a);
static DEFINE_SPINLOCK(spinlock_irq_try_b);

void spinlock_irq_try_forward(void)
{
	scoped_cond_guard(spinlock_irq_try, return, &spinlock_irq_try_a) {
		spin_lock(&spinlock_irq_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		spin_unlock(&spinlock_irq_try_b);
	}
}

void spinlock_irq_try_backward(void)
{
	spin_lock(&spinlock_irq_try_b);
	spin_lock(&spinlock_irq_try_a);
	spin_unlock(&spinlock_irq_try_a);
	spin_unlock(&spinlock_irq_try_b);
}

static DEFINE_SPINLOCK(spinlock_bh_try_a);
static DEFINE_SPINLOCK(spinlock_bh_try_b);

void spinlock_bh_try_forward(void)
{
	scoped_cond_guard(spinlock_bh_try, return, &spinlock_bh_try_a) {
		spin_lock(&spinlock_bh_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		spin_unlock(&spinlock_bh_try_b);
	}
}

void spinlock_bh_try_backward(void)
{
	spin_lock(&spinlock_bh_try_b);
	spin_lock(&spinlock_bh_try_a);
	spin_unlock(&spinlock_bh_try_a);
	spin_unlock(&spinlock_bh_try_b);
}

static DEFINE_SPINLOCK(spinlock_irqsave_try_a);
static DEFINE_SPINLOCK(spinlock_irqsave_try_b);

void spinlock_irqsave_try_forward(void)
{
	scoped_cond_guard(spinlock_irqsave_try, return, &spinlock_irqsave_try_a) {
		spin_lock(&spinlock_irqsave_try_b);
					// MISS lock-order: a lock is lost whose class says in a member whether it was taken
		spin_unlock(&spinlock_irqsave_try_b);
	}
}

void spinlock_irqsave_try_backward(void)
{
	spin_lock(&spinlock_irqsave_try_b);
	spin_lock(&spinlock_irqsave_try_a);
	spin_unlock(&spinlock_irqsave_try_a);
	spin_unlock(&spinlock_irqsave_try_b);
}
