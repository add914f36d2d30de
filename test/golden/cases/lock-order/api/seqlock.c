// Every way to take a seqlock: held over a spinlock, and waited for under it, by readers too.
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static DEFINE_SEQLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_seqlock(&write_a);	// write1.1 holds write_a
	spin_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	spin_unlock(&write_b);
	write_sequnlock(&write_a);
}

void write_backward(void)
{
	spin_lock(&write_b);		// write2.1 holds write_b
	write_seqlock(&write_a);	// write2.2 wants write_a
	write_sequnlock(&write_a);
	spin_unlock(&write_b);
}

static DEFINE_SEQLOCK(write_bh_a);
static DEFINE_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	write_seqlock_bh(&write_bh_a);	// write_bh1.1 holds write_bh_a
	spin_lock(&write_bh_b);		// write_bh1.2 wants write_bh_b
					// BUG[write_bh] lock-order: write_bh_a -> write_bh_b -> write_bh_a
	spin_unlock(&write_bh_b);
	write_sequnlock_bh(&write_bh_a);
}

void write_bh_backward(void)
{
	spin_lock(&write_bh_b);		// write_bh2.1 holds write_bh_b
	write_seqlock_bh(&write_bh_a);	// write_bh2.2 wants write_bh_a
	write_sequnlock_bh(&write_bh_a);
	spin_unlock(&write_bh_b);
}

static DEFINE_SEQLOCK(write_irq_a);
static DEFINE_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	write_seqlock_irq(&write_irq_a);	// write_irq1.1 holds write_irq_a
	spin_lock(&write_irq_b);	// write_irq1.2 wants write_irq_b
					// BUG[write_irq] lock-order: write_irq_a -> write_irq_b -> write_irq_a
	spin_unlock(&write_irq_b);
	write_sequnlock_irq(&write_irq_a);
}

void write_irq_backward(void)
{
	spin_lock(&write_irq_b);	// write_irq2.1 holds write_irq_b
	write_seqlock_irq(&write_irq_a);	// write_irq2.2 wants write_irq_a
	write_sequnlock_irq(&write_irq_a);
	spin_unlock(&write_irq_b);
}

static DEFINE_SEQLOCK(write_irqsave_a);
static DEFINE_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	write_seqlock_irqsave(&write_irqsave_a, flags);	// write_irqsave1.1 holds write_irqsave_a
	spin_lock(&write_irqsave_b);	// write_irqsave1.2 wants write_irqsave_b
					// BUG[write_irqsave] lock-order: write_irqsave_a -> write_irqsave_b -> write_irqsave_a
	spin_unlock(&write_irqsave_b);
	write_sequnlock_irqrestore(&write_irqsave_a, flags);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&write_irqsave_b);	// write_irqsave2.1 holds write_irqsave_b
	write_seqlock_irqsave(&write_irqsave_a, flags);	// write_irqsave2.2 wants write_irqsave_a
	write_sequnlock_irqrestore(&write_irqsave_a, flags);
	spin_unlock(&write_irqsave_b);
}

static DEFINE_SEQLOCK(write_function_a);
static DEFINE_SPINLOCK(write_function_b);

void write_function_forward(void)
{
	unsigned long flags;

	flags = __write_seqlock_irqsave(&write_function_a);	// write_function1.1 holds write_function_a
	spin_lock(&write_function_b);	// write_function1.2 wants write_function_b
					// BUG[write_function] lock-order: write_function_a -> write_function_b -> write_function_a
	spin_unlock(&write_function_b);
	write_sequnlock_irqrestore(&write_function_a, flags);
}

void write_function_backward(void)
{
	unsigned long flags;

	spin_lock(&write_function_b);	// write_function2.1 holds write_function_b
	flags = __write_seqlock_irqsave(&write_function_a);	// write_function2.2 wants write_function_a
	write_sequnlock_irqrestore(&write_function_a, flags);
	spin_unlock(&write_function_b);
}

static DEFINE_SEQLOCK(read_excl_a);
static DEFINE_SPINLOCK(read_excl_b);

void read_excl_forward(void)
{
	read_seqlock_excl(&read_excl_a);	// read_excl1.1 holds read_excl_a
	spin_lock(&read_excl_b);	// read_excl1.2 wants read_excl_b
					// BUG[read_excl] lock-order: read_excl_a -> read_excl_b -> read_excl_a
	spin_unlock(&read_excl_b);
	read_sequnlock_excl(&read_excl_a);
}

void read_excl_backward(void)
{
	spin_lock(&read_excl_b);	// read_excl2.1 holds read_excl_b
	read_seqlock_excl(&read_excl_a);	// read_excl2.2 wants read_excl_a
	read_sequnlock_excl(&read_excl_a);
	spin_unlock(&read_excl_b);
}

static DEFINE_SEQLOCK(read_excl_bh_a);
static DEFINE_SPINLOCK(read_excl_bh_b);

void read_excl_bh_forward(void)
{
	read_seqlock_excl_bh(&read_excl_bh_a);	// read_excl_bh1.1 holds read_excl_bh_a
	spin_lock(&read_excl_bh_b);	// read_excl_bh1.2 wants read_excl_bh_b
					// BUG[read_excl_bh] lock-order: read_excl_bh_a -> read_excl_bh_b -> read_excl_bh_a
	spin_unlock(&read_excl_bh_b);
	read_sequnlock_excl_bh(&read_excl_bh_a);
}

void read_excl_bh_backward(void)
{
	spin_lock(&read_excl_bh_b);	// read_excl_bh2.1 holds read_excl_bh_b
	read_seqlock_excl_bh(&read_excl_bh_a);	// read_excl_bh2.2 wants read_excl_bh_a
	read_sequnlock_excl_bh(&read_excl_bh_a);
	spin_unlock(&read_excl_bh_b);
}

static DEFINE_SEQLOCK(read_excl_irq_a);
static DEFINE_SPINLOCK(read_excl_irq_b);

void read_excl_irq_forward(void)
{
	read_seqlock_excl_irq(&read_excl_irq_a);	// read_excl_irq1.1 holds read_excl_irq_a
	spin_lock(&read_excl_irq_b);	// read_excl_irq1.2 wants read_excl_irq_b
					// BUG[read_excl_irq] lock-order: read_excl_irq_a -> read_excl_irq_b -> read_excl_irq_a
	spin_unlock(&read_excl_irq_b);
	read_sequnlock_excl_irq(&read_excl_irq_a);
}

void read_excl_irq_backward(void)
{
	spin_lock(&read_excl_irq_b);	// read_excl_irq2.1 holds read_excl_irq_b
	read_seqlock_excl_irq(&read_excl_irq_a);	// read_excl_irq2.2 wants read_excl_irq_a
	read_sequnlock_excl_irq(&read_excl_irq_a);
	spin_unlock(&read_excl_irq_b);
}

static DEFINE_SEQLOCK(read_excl_irqsave_a);
static DEFINE_SPINLOCK(read_excl_irqsave_b);

void read_excl_irqsave_forward(void)
{
	unsigned long flags;

	read_seqlock_excl_irqsave(&read_excl_irqsave_a, flags);	// read_excl_irqsave1.1 holds read_excl_irqsave_a
	spin_lock(&read_excl_irqsave_b);	// read_excl_irqsave1.2 wants read_excl_irqsave_b
					// BUG[read_excl_irqsave] lock-order: read_excl_irqsave_a -> read_excl_irqsave_b -> read_excl_irqsave_a
	spin_unlock(&read_excl_irqsave_b);
	read_sequnlock_excl_irqrestore(&read_excl_irqsave_a, flags);
}

void read_excl_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&read_excl_irqsave_b);	// read_excl_irqsave2.1 holds read_excl_irqsave_b
	read_seqlock_excl_irqsave(&read_excl_irqsave_a, flags);	// read_excl_irqsave2.2 wants read_excl_irqsave_a
	read_sequnlock_excl_irqrestore(&read_excl_irqsave_a, flags);
	spin_unlock(&read_excl_irqsave_b);
}

static DEFINE_SEQLOCK(read_excl_function_a);
static DEFINE_SPINLOCK(read_excl_function_b);

void read_excl_function_forward(void)
{
	unsigned long flags;

	flags = __read_seqlock_excl_irqsave(&read_excl_function_a);	// read_excl_function1.1 holds read_excl_function_a
	spin_lock(&read_excl_function_b);	// read_excl_function1.2 wants read_excl_function_b
					// BUG[read_excl_function] lock-order: read_excl_function_a -> read_excl_function_b -> read_excl_function_a
	spin_unlock(&read_excl_function_b);
	read_sequnlock_excl_irqrestore(&read_excl_function_a, flags);
}

void read_excl_function_backward(void)
{
	unsigned long flags;

	spin_lock(&read_excl_function_b);	// read_excl_function2.1 holds read_excl_function_b
	flags = __read_seqlock_excl_irqsave(&read_excl_function_a);	// read_excl_function2.2 wants read_excl_function_a
	read_sequnlock_excl_irqrestore(&read_excl_function_a, flags);
	spin_unlock(&read_excl_function_b);
}

static DEFINE_SEQLOCK(reader_a);
static DEFINE_SPINLOCK(reader_b);

void reader_forward(void)
{
	write_seqlock(&reader_a);	// reader1.1 holds reader_a
	spin_lock(&reader_b);		// reader1.2 wants reader_b
					// BUG[reader] lock-order: reader_a -> reader_b -> reader_a
	spin_unlock(&reader_b);
	write_sequnlock(&reader_a);
}

void reader_backward(void)
{
	unsigned int start;

	spin_lock(&reader_b);		// reader2.1 holds reader_b
	do {
		start = read_seqbegin(&reader_a);	// reader2.2 wants reader_a
	} while (read_seqretry(&reader_a, start));
	spin_unlock(&reader_b);
}
