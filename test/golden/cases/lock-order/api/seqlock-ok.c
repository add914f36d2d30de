// Every way to take a seqlock, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static DEFINE_SEQLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_seqlock(&write_a);
	write_sequnlock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
}

void write_backward(void)
{
	spin_lock(&write_b);
	write_seqlock(&write_a);
	write_sequnlock(&write_a);
	spin_unlock(&write_b);
}

static DEFINE_SEQLOCK(write_bh_a);
static DEFINE_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	write_seqlock_bh(&write_bh_a);
	write_sequnlock_bh(&write_bh_a);
	spin_lock(&write_bh_b);
	spin_unlock(&write_bh_b);
}

void write_bh_backward(void)
{
	spin_lock(&write_bh_b);
	write_seqlock_bh(&write_bh_a);
	write_sequnlock_bh(&write_bh_a);
	spin_unlock(&write_bh_b);
}

static DEFINE_SEQLOCK(write_irq_a);
static DEFINE_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	write_seqlock_irq(&write_irq_a);
	write_sequnlock_irq(&write_irq_a);
	spin_lock(&write_irq_b);
	spin_unlock(&write_irq_b);
}

void write_irq_backward(void)
{
	spin_lock(&write_irq_b);
	write_seqlock_irq(&write_irq_a);
	write_sequnlock_irq(&write_irq_a);
	spin_unlock(&write_irq_b);
}

static DEFINE_SEQLOCK(write_irqsave_a);
static DEFINE_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	write_seqlock_irqsave(&write_irqsave_a, flags);
	write_sequnlock_irqrestore(&write_irqsave_a, flags);
	spin_lock(&write_irqsave_b);
	spin_unlock(&write_irqsave_b);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&write_irqsave_b);
	write_seqlock_irqsave(&write_irqsave_a, flags);
	write_sequnlock_irqrestore(&write_irqsave_a, flags);
	spin_unlock(&write_irqsave_b);
}

static DEFINE_SEQLOCK(write_function_a);
static DEFINE_SPINLOCK(write_function_b);

void write_function_forward(void)
{
	unsigned long flags;

	flags = __write_seqlock_irqsave(&write_function_a);
	write_sequnlock_irqrestore(&write_function_a, flags);
	spin_lock(&write_function_b);
	spin_unlock(&write_function_b);
}

void write_function_backward(void)
{
	unsigned long flags;

	spin_lock(&write_function_b);
	flags = __write_seqlock_irqsave(&write_function_a);
	write_sequnlock_irqrestore(&write_function_a, flags);
	spin_unlock(&write_function_b);
}

static DEFINE_SEQLOCK(read_excl_a);
static DEFINE_SPINLOCK(read_excl_b);

void read_excl_forward(void)
{
	read_seqlock_excl(&read_excl_a);
	read_sequnlock_excl(&read_excl_a);
	spin_lock(&read_excl_b);
	spin_unlock(&read_excl_b);
}

void read_excl_backward(void)
{
	spin_lock(&read_excl_b);
	read_seqlock_excl(&read_excl_a);
	read_sequnlock_excl(&read_excl_a);
	spin_unlock(&read_excl_b);
}

static DEFINE_SEQLOCK(read_excl_bh_a);
static DEFINE_SPINLOCK(read_excl_bh_b);

void read_excl_bh_forward(void)
{
	read_seqlock_excl_bh(&read_excl_bh_a);
	read_sequnlock_excl_bh(&read_excl_bh_a);
	spin_lock(&read_excl_bh_b);
	spin_unlock(&read_excl_bh_b);
}

void read_excl_bh_backward(void)
{
	spin_lock(&read_excl_bh_b);
	read_seqlock_excl_bh(&read_excl_bh_a);
	read_sequnlock_excl_bh(&read_excl_bh_a);
	spin_unlock(&read_excl_bh_b);
}

static DEFINE_SEQLOCK(read_excl_irq_a);
static DEFINE_SPINLOCK(read_excl_irq_b);

void read_excl_irq_forward(void)
{
	read_seqlock_excl_irq(&read_excl_irq_a);
	read_sequnlock_excl_irq(&read_excl_irq_a);
	spin_lock(&read_excl_irq_b);
	spin_unlock(&read_excl_irq_b);
}

void read_excl_irq_backward(void)
{
	spin_lock(&read_excl_irq_b);
	read_seqlock_excl_irq(&read_excl_irq_a);
	read_sequnlock_excl_irq(&read_excl_irq_a);
	spin_unlock(&read_excl_irq_b);
}

static DEFINE_SEQLOCK(read_excl_irqsave_a);
static DEFINE_SPINLOCK(read_excl_irqsave_b);

void read_excl_irqsave_forward(void)
{
	unsigned long flags;

	read_seqlock_excl_irqsave(&read_excl_irqsave_a, flags);
	read_sequnlock_excl_irqrestore(&read_excl_irqsave_a, flags);
	spin_lock(&read_excl_irqsave_b);
	spin_unlock(&read_excl_irqsave_b);
}

void read_excl_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&read_excl_irqsave_b);
	read_seqlock_excl_irqsave(&read_excl_irqsave_a, flags);
	read_sequnlock_excl_irqrestore(&read_excl_irqsave_a, flags);
	spin_unlock(&read_excl_irqsave_b);
}

static DEFINE_SEQLOCK(read_excl_function_a);
static DEFINE_SPINLOCK(read_excl_function_b);

void read_excl_function_forward(void)
{
	unsigned long flags;

	flags = __read_seqlock_excl_irqsave(&read_excl_function_a);
	read_sequnlock_excl_irqrestore(&read_excl_function_a, flags);
	spin_lock(&read_excl_function_b);
	spin_unlock(&read_excl_function_b);
}

void read_excl_function_backward(void)
{
	unsigned long flags;

	spin_lock(&read_excl_function_b);
	flags = __read_seqlock_excl_irqsave(&read_excl_function_a);
	read_sequnlock_excl_irqrestore(&read_excl_function_a, flags);
	spin_unlock(&read_excl_function_b);
}

static DEFINE_SEQLOCK(reader_a);
static DEFINE_SPINLOCK(reader_b);

void reader_forward(void)
{
	write_seqlock(&reader_a);
	write_sequnlock(&reader_a);
	spin_lock(&reader_b);
	spin_unlock(&reader_b);
}

void reader_backward(void)
{
	unsigned int start;

	spin_lock(&reader_b);
	do {
		start = read_seqbegin(&reader_a);
	} while (read_seqretry(&reader_a, start));
	spin_unlock(&reader_b);
}
