// Every guard() of the headers that takes a spinlock or rwlock: held over another lock, and waited for under it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(raw_spinlock_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_b);

void raw_spinlock_forward(void)
{
	guard(raw_spinlock)(&raw_spinlock_a);
					// raw_spinlock1.1 calls class_raw_spinlock_constructor
					// raw_spinlock1.2 holds raw_spinlock_a in spinlock.h
	raw_spin_lock(&raw_spinlock_b);	// raw_spinlock1.3 wants raw_spinlock_b
					// BUG[raw_spinlock] lock-order: raw_spinlock_a -> raw_spinlock_b -> raw_spinlock_a
	raw_spin_unlock(&raw_spinlock_b);
}

void raw_spinlock_backward(void)
{
	raw_spin_lock(&raw_spinlock_b);	// raw_spinlock2.1 holds raw_spinlock_b
	{
		guard(raw_spinlock)(&raw_spinlock_a);
					// raw_spinlock2.2 calls class_raw_spinlock_constructor
					// raw_spinlock2.3 wants raw_spinlock_a in spinlock.h
	}
	raw_spin_unlock(&raw_spinlock_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irq_b);

void raw_spinlock_irq_forward(void)
{
	guard(raw_spinlock_irq)(&raw_spinlock_irq_a);
					// raw_spinlock_irq1.1 calls class_raw_spinlock_irq_constructor
					// raw_spinlock_irq1.2 holds raw_spinlock_irq_a in spinlock.h
	raw_spin_lock(&raw_spinlock_irq_b);	// raw_spinlock_irq1.3 wants raw_spinlock_irq_b
					// BUG[raw_spinlock_irq] lock-order: raw_spinlock_irq_a -> raw_spinlock_irq_b -> raw_spinlock_irq_a
	raw_spin_unlock(&raw_spinlock_irq_b);
}

void raw_spinlock_irq_backward(void)
{
	raw_spin_lock(&raw_spinlock_irq_b);	// raw_spinlock_irq2.1 holds raw_spinlock_irq_b
	{
		guard(raw_spinlock_irq)(&raw_spinlock_irq_a);
					// raw_spinlock_irq2.2 calls class_raw_spinlock_irq_constructor
					// raw_spinlock_irq2.3 wants raw_spinlock_irq_a in spinlock.h
	}
	raw_spin_unlock(&raw_spinlock_irq_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_bh_b);

void raw_spinlock_bh_forward(void)
{
	guard(raw_spinlock_bh)(&raw_spinlock_bh_a);
					// raw_spinlock_bh1.1 calls class_raw_spinlock_bh_constructor
					// raw_spinlock_bh1.2 holds raw_spinlock_bh_a in spinlock.h
	raw_spin_lock(&raw_spinlock_bh_b);	// raw_spinlock_bh1.3 wants raw_spinlock_bh_b
					// BUG[raw_spinlock_bh] lock-order: raw_spinlock_bh_a -> raw_spinlock_bh_b -> raw_spinlock_bh_a
	raw_spin_unlock(&raw_spinlock_bh_b);
}

void raw_spinlock_bh_backward(void)
{
	raw_spin_lock(&raw_spinlock_bh_b);	// raw_spinlock_bh2.1 holds raw_spinlock_bh_b
	{
		guard(raw_spinlock_bh)(&raw_spinlock_bh_a);
					// raw_spinlock_bh2.2 calls class_raw_spinlock_bh_constructor
					// raw_spinlock_bh2.3 wants raw_spinlock_bh_a in spinlock.h
	}
	raw_spin_unlock(&raw_spinlock_bh_b);
}

static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_a);
static DEFINE_RAW_SPINLOCK(raw_spinlock_irqsave_b);

void raw_spinlock_irqsave_forward(void)
{
	guard(raw_spinlock_irqsave)(&raw_spinlock_irqsave_a);
					// raw_spinlock_irqsave1.1 calls class_raw_spinlock_irqsave_constructor
					// raw_spinlock_irqsave1.2 holds raw_spinlock_irqsave_a in spinlock.h
	raw_spin_lock(&raw_spinlock_irqsave_b);	// raw_spinlock_irqsave1.3 wants raw_spinlock_irqsave_b
					// BUG[raw_spinlock_irqsave] lock-order: raw_spinlock_irqsave_a -> raw_spinlock_irqsave_b -> raw_spinlock_irqsave_a
	raw_spin_unlock(&raw_spinlock_irqsave_b);
}

void raw_spinlock_irqsave_backward(void)
{
	raw_spin_lock(&raw_spinlock_irqsave_b);	// raw_spinlock_irqsave2.1 holds raw_spinlock_irqsave_b
	{
		guard(raw_spinlock_irqsave)(&raw_spinlock_irqsave_a);
					// raw_spinlock_irqsave2.2 calls class_raw_spinlock_irqsave_constructor
					// raw_spinlock_irqsave2.3 wants raw_spinlock_irqsave_a in spinlock.h
	}
	raw_spin_unlock(&raw_spinlock_irqsave_b);
}

static DEFINE_SPINLOCK(spinlock_a);
static DEFINE_SPINLOCK(spinlock_b);

void spinlock_forward(void)
{
	guard(spinlock)(&spinlock_a);
					// spinlock1.1 calls class_spinlock_constructor
					// spinlock1.2 holds spinlock_a in spinlock.h
	spin_lock(&spinlock_b);		// spinlock1.3 wants spinlock_b
					// BUG[spinlock] lock-order: spinlock_a -> spinlock_b -> spinlock_a
	spin_unlock(&spinlock_b);
}

void spinlock_backward(void)
{
	spin_lock(&spinlock_b);		// spinlock2.1 holds spinlock_b
	{
		guard(spinlock)(&spinlock_a);
					// spinlock2.2 calls class_spinlock_constructor
					// spinlock2.3 wants spinlock_a in spinlock.h
	}
	spin_unlock(&spinlock_b);
}

static DEFINE_SPINLOCK(spinlock_irq_a);
static DEFINE_SPINLOCK(spinlock_irq_b);

void spinlock_irq_forward(void)
{
	guard(spinlock_irq)(&spinlock_irq_a);
					// spinlock_irq1.1 calls class_spinlock_irq_constructor
					// spinlock_irq1.2 holds spinlock_irq_a in spinlock.h
	spin_lock(&spinlock_irq_b);	// spinlock_irq1.3 wants spinlock_irq_b
					// BUG[spinlock_irq] lock-order: spinlock_irq_a -> spinlock_irq_b -> spinlock_irq_a
	spin_unlock(&spinlock_irq_b);
}

void spinlock_irq_backward(void)
{
	spin_lock(&spinlock_irq_b);	// spinlock_irq2.1 holds spinlock_irq_b
	{
		guard(spinlock_irq)(&spinlock_irq_a);
					// spinlock_irq2.2 calls class_spinlock_irq_constructor
					// spinlock_irq2.3 wants spinlock_irq_a in spinlock.h
	}
	spin_unlock(&spinlock_irq_b);
}

static DEFINE_SPINLOCK(spinlock_bh_a);
static DEFINE_SPINLOCK(spinlock_bh_b);

void spinlock_bh_forward(void)
{
	guard(spinlock_bh)(&spinlock_bh_a);
					// spinlock_bh1.1 calls class_spinlock_bh_constructor
					// spinlock_bh1.2 holds spinlock_bh_a in spinlock.h
	spin_lock(&spinlock_bh_b);	// spinlock_bh1.3 wants spinlock_bh_b
					// BUG[spinlock_bh] lock-order: spinlock_bh_a -> spinlock_bh_b -> spinlock_bh_a
	spin_unlock(&spinlock_bh_b);
}

void spinlock_bh_backward(void)
{
	spin_lock(&spinlock_bh_b);	// spinlock_bh2.1 holds spinlock_bh_b
	{
		guard(spinlock_bh)(&spinlock_bh_a);
					// spinlock_bh2.2 calls class_spinlock_bh_constructor
					// spinlock_bh2.3 wants spinlock_bh_a in spinlock.h
	}
	spin_unlock(&spinlock_bh_b);
}

static DEFINE_SPINLOCK(spinlock_irqsave_a);
static DEFINE_SPINLOCK(spinlock_irqsave_b);

void spinlock_irqsave_forward(void)
{
	guard(spinlock_irqsave)(&spinlock_irqsave_a);
					// spinlock_irqsave1.1 calls class_spinlock_irqsave_constructor
					// spinlock_irqsave1.2 holds spinlock_irqsave_a in spinlock.h
	spin_lock(&spinlock_irqsave_b);	// spinlock_irqsave1.3 wants spinlock_irqsave_b
					// BUG[spinlock_irqsave] lock-order: spinlock_irqsave_a -> spinlock_irqsave_b -> spinlock_irqsave_a
	spin_unlock(&spinlock_irqsave_b);
}

void spinlock_irqsave_backward(void)
{
	spin_lock(&spinlock_irqsave_b);	// spinlock_irqsave2.1 holds spinlock_irqsave_b
	{
		guard(spinlock_irqsave)(&spinlock_irqsave_a);
					// spinlock_irqsave2.2 calls class_spinlock_irqsave_constructor
					// spinlock_irqsave2.3 wants spinlock_irqsave_a in spinlock.h
	}
	spin_unlock(&spinlock_irqsave_b);
}

static DEFINE_RWLOCK(write_lock_a);
static DEFINE_SPINLOCK(write_lock_b);

void write_lock_forward(void)
{
	guard(write_lock)(&write_lock_a);
					// write_lock1.1 calls class_write_lock_constructor
					// write_lock1.2 holds write_lock_a in spinlock.h
	spin_lock(&write_lock_b);	// write_lock1.3 wants write_lock_b
					// BUG[write_lock] lock-order: write_lock_a -> write_lock_b -> write_lock_a
	spin_unlock(&write_lock_b);
}

void write_lock_backward(void)
{
	spin_lock(&write_lock_b);	// write_lock2.1 holds write_lock_b
	{
		guard(write_lock)(&write_lock_a);
					// write_lock2.2 calls class_write_lock_constructor
					// write_lock2.3 wants write_lock_a in spinlock.h
	}
	spin_unlock(&write_lock_b);
}

static DEFINE_RWLOCK(write_lock_irq_a);
static DEFINE_SPINLOCK(write_lock_irq_b);

void write_lock_irq_forward(void)
{
	guard(write_lock_irq)(&write_lock_irq_a);
					// write_lock_irq1.1 calls class_write_lock_irq_constructor
					// write_lock_irq1.2 holds write_lock_irq_a in spinlock.h
	spin_lock(&write_lock_irq_b);	// write_lock_irq1.3 wants write_lock_irq_b
					// BUG[write_lock_irq] lock-order: write_lock_irq_a -> write_lock_irq_b -> write_lock_irq_a
	spin_unlock(&write_lock_irq_b);
}

void write_lock_irq_backward(void)
{
	spin_lock(&write_lock_irq_b);	// write_lock_irq2.1 holds write_lock_irq_b
	{
		guard(write_lock_irq)(&write_lock_irq_a);
					// write_lock_irq2.2 calls class_write_lock_irq_constructor
					// write_lock_irq2.3 wants write_lock_irq_a in spinlock.h
	}
	spin_unlock(&write_lock_irq_b);
}

static DEFINE_RWLOCK(write_lock_irqsave_a);
static DEFINE_SPINLOCK(write_lock_irqsave_b);

void write_lock_irqsave_forward(void)
{
	guard(write_lock_irqsave)(&write_lock_irqsave_a);
					// write_lock_irqsave1.1 calls class_write_lock_irqsave_constructor
					// write_lock_irqsave1.2 holds write_lock_irqsave_a in spinlock.h
	spin_lock(&write_lock_irqsave_b);	// write_lock_irqsave1.3 wants write_lock_irqsave_b
					// BUG[write_lock_irqsave] lock-order: write_lock_irqsave_a -> write_lock_irqsave_b -> write_lock_irqsave_a
	spin_unlock(&write_lock_irqsave_b);
}

void write_lock_irqsave_backward(void)
{
	spin_lock(&write_lock_irqsave_b);	// write_lock_irqsave2.1 holds write_lock_irqsave_b
	{
		guard(write_lock_irqsave)(&write_lock_irqsave_a);
					// write_lock_irqsave2.2 calls class_write_lock_irqsave_constructor
					// write_lock_irqsave2.3 wants write_lock_irqsave_a in spinlock.h
	}
	spin_unlock(&write_lock_irqsave_b);
}

static DEFINE_RWLOCK(read_lock_a);
static DEFINE_SPINLOCK(read_lock_b);

void read_lock_forward(void)
{
	guard(read_lock)(&read_lock_a);
					// read_lock1.1 calls class_read_lock_constructor
					// read_lock1.2 holds read_lock_a in spinlock.h
	spin_lock(&read_lock_b);	// read_lock1.3 wants read_lock_b
					// BUG[read_lock] lock-order: read_lock_a -> read_lock_b -> read_lock_a
	spin_unlock(&read_lock_b);
}

void read_lock_backward(void)
{
	spin_lock(&read_lock_b);	// read_lock2.1 holds read_lock_b
	write_lock(&read_lock_a);	// read_lock2.2 wants read_lock_a
	write_unlock(&read_lock_a);
	spin_unlock(&read_lock_b);
}

static DEFINE_RWLOCK(read_lock_irq_a);
static DEFINE_SPINLOCK(read_lock_irq_b);

void read_lock_irq_forward(void)
{
	guard(read_lock_irq)(&read_lock_irq_a);
					// read_lock_irq1.1 calls class_read_lock_irq_constructor
					// read_lock_irq1.2 holds read_lock_irq_a in spinlock.h
	spin_lock(&read_lock_irq_b);	// read_lock_irq1.3 wants read_lock_irq_b
					// BUG[read_lock_irq] lock-order: read_lock_irq_a -> read_lock_irq_b -> read_lock_irq_a
	spin_unlock(&read_lock_irq_b);
}

void read_lock_irq_backward(void)
{
	spin_lock(&read_lock_irq_b);	// read_lock_irq2.1 holds read_lock_irq_b
	write_lock(&read_lock_irq_a);	// read_lock_irq2.2 wants read_lock_irq_a
	write_unlock(&read_lock_irq_a);
	spin_unlock(&read_lock_irq_b);
}

static DEFINE_RWLOCK(read_lock_irqsave_a);
static DEFINE_SPINLOCK(read_lock_irqsave_b);

void read_lock_irqsave_forward(void)
{
	guard(read_lock_irqsave)(&read_lock_irqsave_a);
					// read_lock_irqsave1.1 calls class_read_lock_irqsave_constructor
					// read_lock_irqsave1.2 holds read_lock_irqsave_a in spinlock.h
	spin_lock(&read_lock_irqsave_b);	// read_lock_irqsave1.3 wants read_lock_irqsave_b
					// BUG[read_lock_irqsave] lock-order: read_lock_irqsave_a -> read_lock_irqsave_b -> read_lock_irqsave_a
	spin_unlock(&read_lock_irqsave_b);
}

void read_lock_irqsave_backward(void)
{
	spin_lock(&read_lock_irqsave_b);	// read_lock_irqsave2.1 holds read_lock_irqsave_b
	write_lock(&read_lock_irqsave_a);	// read_lock_irqsave2.2 wants read_lock_irqsave_a
	write_unlock(&read_lock_irqsave_a);
	spin_unlock(&read_lock_irqsave_b);
}
