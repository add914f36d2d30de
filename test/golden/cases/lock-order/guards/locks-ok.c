// Every guard() of the headers that takes a spinlock or rwlock, at its end before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(raw_spinlock_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_b);

void raw_spinlock_forward(void)
{
	{
		guard(raw_spinlock)(&raw_spinlock_a);
	}
	raw_spin_lock(&raw_spinlock_b);
	raw_spin_unlock(&raw_spinlock_b);
}

void raw_spinlock_backward(void)
{
	raw_spin_lock(&raw_spinlock_b);
	{
		guard(raw_spinlock)(&raw_spinlock_a);
	}
	raw_spin_unlock(&raw_spinlock_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_b);

void raw_spinlock_irq_forward(void)
{
	{
		guard(raw_spinlock_irq)(&raw_spinlock_irq_a);
	}
	raw_spin_lock(&raw_spinlock_irq_b);
	raw_spin_unlock(&raw_spinlock_irq_b);
}

void raw_spinlock_irq_backward(void)
{
	raw_spin_lock(&raw_spinlock_irq_b);
	{
		guard(raw_spinlock_irq)(&raw_spinlock_irq_a);
	}
	raw_spin_unlock(&raw_spinlock_irq_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_b);

void raw_spinlock_bh_forward(void)
{
	{
		guard(raw_spinlock_bh)(&raw_spinlock_bh_a);
	}
	raw_spin_lock(&raw_spinlock_bh_b);
	raw_spin_unlock(&raw_spinlock_bh_b);
}

void raw_spinlock_bh_backward(void)
{
	raw_spin_lock(&raw_spinlock_bh_b);
	{
		guard(raw_spinlock_bh)(&raw_spinlock_bh_a);
	}
	raw_spin_unlock(&raw_spinlock_bh_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_b);

void raw_spinlock_irqsave_forward(void)
{
	{
		guard(raw_spinlock_irqsave)(&raw_spinlock_irqsave_a);
	}
	raw_spin_lock(&raw_spinlock_irqsave_b);
	raw_spin_unlock(&raw_spinlock_irqsave_b);
}

void raw_spinlock_irqsave_backward(void)
{
	raw_spin_lock(&raw_spinlock_irqsave_b);
	{
		guard(raw_spinlock_irqsave)(&raw_spinlock_irqsave_a);
	}
	raw_spin_unlock(&raw_spinlock_irqsave_b);
}

static DEFINE_SPINLOCK(spinlock_a);
static DEFINE_SPINLOCK(spinlock_b);

void spinlock_forward(void)
{
	{
		guard(spinlock)(&spinlock_a);
	}
	spin_lock(&spinlock_b);
	spin_unlock(&spinlock_b);
}

void spinlock_backward(void)
{
	spin_lock(&spinlock_b);
	{
		guard(spinlock)(&spinlock_a);
	}
	spin_unlock(&spinlock_b);
}

static DEFINE_SPINLOCK(spinlock_irq_a);
static DEFINE_SPINLOCK(spinlock_irq_b);

void spinlock_irq_forward(void)
{
	{
		guard(spinlock_irq)(&spinlock_irq_a);
	}
	spin_lock(&spinlock_irq_b);
	spin_unlock(&spinlock_irq_b);
}

void spinlock_irq_backward(void)
{
	spin_lock(&spinlock_irq_b);
	{
		guard(spinlock_irq)(&spinlock_irq_a);
	}
	spin_unlock(&spinlock_irq_b);
}

static DEFINE_SPINLOCK(spinlock_bh_a);
static DEFINE_SPINLOCK(spinlock_bh_b);

void spinlock_bh_forward(void)
{
	{
		guard(spinlock_bh)(&spinlock_bh_a);
	}
	spin_lock(&spinlock_bh_b);
	spin_unlock(&spinlock_bh_b);
}

void spinlock_bh_backward(void)
{
	spin_lock(&spinlock_bh_b);
	{
		guard(spinlock_bh)(&spinlock_bh_a);
	}
	spin_unlock(&spinlock_bh_b);
}

static DEFINE_SPINLOCK(spinlock_irqsave_a);
static DEFINE_SPINLOCK(spinlock_irqsave_b);

void spinlock_irqsave_forward(void)
{
	{
		guard(spinlock_irqsave)(&spinlock_irqsave_a);
	}
	spin_lock(&spinlock_irqsave_b);
	spin_unlock(&spinlock_irqsave_b);
}

void spinlock_irqsave_backward(void)
{
	spin_lock(&spinlock_irqsave_b);
	{
		guard(spinlock_irqsave)(&spinlock_irqsave_a);
	}
	spin_unlock(&spinlock_irqsave_b);
}

static DEFINE_RWLOCK(write_lock_a);
static DEFINE_SPINLOCK(write_lock_b);

void write_lock_forward(void)
{
	{
		guard(write_lock)(&write_lock_a);
	}
	spin_lock(&write_lock_b);
	spin_unlock(&write_lock_b);
}

void write_lock_backward(void)
{
	spin_lock(&write_lock_b);
	{
		guard(write_lock)(&write_lock_a);
	}
	spin_unlock(&write_lock_b);
}

static DEFINE_RWLOCK(write_lock_irq_a);
static DEFINE_SPINLOCK(write_lock_irq_b);

void write_lock_irq_forward(void)
{
	{
		guard(write_lock_irq)(&write_lock_irq_a);
	}
	spin_lock(&write_lock_irq_b);
	spin_unlock(&write_lock_irq_b);
}

void write_lock_irq_backward(void)
{
	spin_lock(&write_lock_irq_b);
	{
		guard(write_lock_irq)(&write_lock_irq_a);
	}
	spin_unlock(&write_lock_irq_b);
}

static DEFINE_RWLOCK(write_lock_irqsave_a);
static DEFINE_SPINLOCK(write_lock_irqsave_b);

void write_lock_irqsave_forward(void)
{
	{
		guard(write_lock_irqsave)(&write_lock_irqsave_a);
	}
	spin_lock(&write_lock_irqsave_b);
	spin_unlock(&write_lock_irqsave_b);
}

void write_lock_irqsave_backward(void)
{
	spin_lock(&write_lock_irqsave_b);
	{
		guard(write_lock_irqsave)(&write_lock_irqsave_a);
	}
	spin_unlock(&write_lock_irqsave_b);
}

static DEFINE_RWLOCK(read_lock_a);
static DEFINE_SPINLOCK(read_lock_b);

void read_lock_forward(void)
{
	{
		guard(read_lock)(&read_lock_a);
	}
	spin_lock(&read_lock_b);
	spin_unlock(&read_lock_b);
}

void read_lock_backward(void)
{
	spin_lock(&read_lock_b);
	write_lock(&read_lock_a);
	write_unlock(&read_lock_a);
	spin_unlock(&read_lock_b);
}

static DEFINE_RWLOCK(read_lock_irq_a);
static DEFINE_SPINLOCK(read_lock_irq_b);

void read_lock_irq_forward(void)
{
	{
		guard(read_lock_irq)(&read_lock_irq_a);
	}
	spin_lock(&read_lock_irq_b);
	spin_unlock(&read_lock_irq_b);
}

void read_lock_irq_backward(void)
{
	spin_lock(&read_lock_irq_b);
	write_lock(&read_lock_irq_a);
	write_unlock(&read_lock_irq_a);
	spin_unlock(&read_lock_irq_b);
}

static DEFINE_RWLOCK(read_lock_irqsave_a);
static DEFINE_SPINLOCK(read_lock_irqsave_b);

void read_lock_irqsave_forward(void)
{
	{
		guard(read_lock_irqsave)(&read_lock_irqsave_a);
	}
	spin_lock(&read_lock_irqsave_b);
	spin_unlock(&read_lock_irqsave_b);
}

void read_lock_irqsave_backward(void)
{
	spin_lock(&read_lock_irqsave_b);
	write_lock(&read_lock_irqsave_a);
	write_unlock(&read_lock_irqsave_a);
	spin_unlock(&read_lock_irqsave_b);
}
