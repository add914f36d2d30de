// Every way to take an rwlock: held over a spinlock, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_lock(&write_a);		// write1.1 holds write_a
	spin_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	spin_unlock(&write_b);
	write_unlock(&write_a);
}

void write_backward(void)
{
	spin_lock(&write_b);		// write2.1 holds write_b
	write_lock(&write_a);		// write2.2 wants write_a
	write_unlock(&write_a);
	spin_unlock(&write_b);
}

static DEFINE_RWLOCK(write_irq_a);
static DEFINE_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	write_lock_irq(&write_irq_a);	// write_irq1.1 holds write_irq_a
	spin_lock(&write_irq_b);	// write_irq1.2 wants write_irq_b
					// BUG[write_irq] lock-order: write_irq_a -> write_irq_b -> write_irq_a
	spin_unlock(&write_irq_b);
	write_unlock_irq(&write_irq_a);
}

void write_irq_backward(void)
{
	spin_lock(&write_irq_b);	// write_irq2.1 holds write_irq_b
	write_lock_irq(&write_irq_a);	// write_irq2.2 wants write_irq_a
	write_unlock_irq(&write_irq_a);
	spin_unlock(&write_irq_b);
}

static DEFINE_RWLOCK(write_bh_a);
static DEFINE_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	write_lock_bh(&write_bh_a);	// write_bh1.1 holds write_bh_a
	spin_lock(&write_bh_b);		// write_bh1.2 wants write_bh_b
					// BUG[write_bh] lock-order: write_bh_a -> write_bh_b -> write_bh_a
	spin_unlock(&write_bh_b);
	write_unlock_bh(&write_bh_a);
}

void write_bh_backward(void)
{
	spin_lock(&write_bh_b);		// write_bh2.1 holds write_bh_b
	write_lock_bh(&write_bh_a);	// write_bh2.2 wants write_bh_a
	write_unlock_bh(&write_bh_a);
	spin_unlock(&write_bh_b);
}

static DEFINE_RWLOCK(write_irqsave_a);
static DEFINE_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	write_lock_irqsave(&write_irqsave_a, flags);	// write_irqsave1.1 holds write_irqsave_a
	spin_lock(&write_irqsave_b);	// write_irqsave1.2 wants write_irqsave_b
					// BUG[write_irqsave] lock-order: write_irqsave_a -> write_irqsave_b -> write_irqsave_a
	spin_unlock(&write_irqsave_b);
	write_unlock_irqrestore(&write_irqsave_a, flags);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&write_irqsave_b);	// write_irqsave2.1 holds write_irqsave_b
	write_lock_irqsave(&write_irqsave_a, flags);	// write_irqsave2.2 wants write_irqsave_a
	write_unlock_irqrestore(&write_irqsave_a, flags);
	spin_unlock(&write_irqsave_b);
}

static DEFINE_RWLOCK(write_try_a);
static DEFINE_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!write_trylock(&write_try_a))	// write_try1.1 holds write_try_a
		return;
	spin_lock(&write_try_b);	// write_try1.2 wants write_try_b
					// BUG[write_try] lock-order: write_try_a -> write_try_b -> write_try_a
	spin_unlock(&write_try_b);
	write_unlock(&write_try_a);
}

void write_try_backward(void)
{
	spin_lock(&write_try_b);	// write_try2.1 holds write_try_b
	write_lock(&write_try_a);	// write_try2.2 wants write_try_a
	write_unlock(&write_try_a);
	spin_unlock(&write_try_b);
}

static DEFINE_RWLOCK(write_try_irqsave_a);
static DEFINE_SPINLOCK(write_try_irqsave_b);

void write_try_irqsave_forward(void)
{
	unsigned long flags;

	if (!write_trylock_irqsave(&write_try_irqsave_a, flags))	// write_try_irqsave1.1 holds write_try_irqsave_a
		return;
	spin_lock(&write_try_irqsave_b);	// write_try_irqsave1.2 wants write_try_irqsave_b
					// BUG[write_try_irqsave] lock-order: write_try_irqsave_a -> write_try_irqsave_b -> write_try_irqsave_a
	spin_unlock(&write_try_irqsave_b);
	write_unlock_irqrestore(&write_try_irqsave_a, flags);
}

void write_try_irqsave_backward(void)
{
	spin_lock(&write_try_irqsave_b);	// write_try_irqsave2.1 holds write_try_irqsave_b
	write_lock(&write_try_irqsave_a);	// write_try_irqsave2.2 wants write_try_irqsave_a
	write_unlock(&write_try_irqsave_a);
	spin_unlock(&write_try_irqsave_b);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	read_lock(&read_a);		// read1.1 holds read_a
	spin_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a
	spin_unlock(&read_b);
	read_unlock(&read_a);
}

void read_backward(void)
{
	spin_lock(&read_b);		// read2.1 holds read_b
	write_lock(&read_a);		// read2.2 wants read_a
	write_unlock(&read_a);
	spin_unlock(&read_b);
}

static DEFINE_RWLOCK(read_irq_a);
static DEFINE_SPINLOCK(read_irq_b);

void read_irq_forward(void)
{
	read_lock_irq(&read_irq_a);	// read_irq1.1 holds read_irq_a
	spin_lock(&read_irq_b);		// read_irq1.2 wants read_irq_b
					// BUG[read_irq] lock-order: read_irq_a -> read_irq_b -> read_irq_a
	spin_unlock(&read_irq_b);
	read_unlock_irq(&read_irq_a);
}

void read_irq_backward(void)
{
	spin_lock(&read_irq_b);		// read_irq2.1 holds read_irq_b
	write_lock_irq(&read_irq_a);	// read_irq2.2 wants read_irq_a
	write_unlock_irq(&read_irq_a);
	spin_unlock(&read_irq_b);
}

static DEFINE_RWLOCK(read_bh_a);
static DEFINE_SPINLOCK(read_bh_b);

void read_bh_forward(void)
{
	read_lock_bh(&read_bh_a);	// read_bh1.1 holds read_bh_a
	spin_lock(&read_bh_b);		// read_bh1.2 wants read_bh_b
					// BUG[read_bh] lock-order: read_bh_a -> read_bh_b -> read_bh_a
	spin_unlock(&read_bh_b);
	read_unlock_bh(&read_bh_a);
}

void read_bh_backward(void)
{
	spin_lock(&read_bh_b);		// read_bh2.1 holds read_bh_b
	write_lock_bh(&read_bh_a);	// read_bh2.2 wants read_bh_a
	write_unlock_bh(&read_bh_a);
	spin_unlock(&read_bh_b);
}

static DEFINE_RWLOCK(read_irqsave_a);
static DEFINE_SPINLOCK(read_irqsave_b);

void read_irqsave_forward(void)
{
	unsigned long flags;

	read_lock_irqsave(&read_irqsave_a, flags);	// read_irqsave1.1 holds read_irqsave_a
	spin_lock(&read_irqsave_b);	// read_irqsave1.2 wants read_irqsave_b
					// BUG[read_irqsave] lock-order: read_irqsave_a -> read_irqsave_b -> read_irqsave_a
	spin_unlock(&read_irqsave_b);
	read_unlock_irqrestore(&read_irqsave_a, flags);
}

void read_irqsave_backward(void)
{
	spin_lock(&read_irqsave_b);	// read_irqsave2.1 holds read_irqsave_b
	write_lock(&read_irqsave_a);	// read_irqsave2.2 wants read_irqsave_a
	write_unlock(&read_irqsave_a);
	spin_unlock(&read_irqsave_b);
}

static DEFINE_RWLOCK(read_try_a);
static DEFINE_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!read_trylock(&read_try_a))	// read_try1.1 holds read_try_a
		return;
	spin_lock(&read_try_b);		// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: read_try_a -> read_try_b -> read_try_a
	spin_unlock(&read_try_b);
	read_unlock(&read_try_a);
}

void read_try_backward(void)
{
	spin_lock(&read_try_b);		// read_try2.1 holds read_try_b
	write_lock(&read_try_a);	// read_try2.2 wants read_try_a
	write_unlock(&read_try_a);
	spin_unlock(&read_try_b);
}
