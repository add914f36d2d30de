// Every way to take an rwlock, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_lock(&write_a);
	write_unlock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
}

void write_backward(void)
{
	spin_lock(&write_b);
	write_lock(&write_a);
	write_unlock(&write_a);
	spin_unlock(&write_b);
}

static DEFINE_RWLOCK(write_irq_a);
static DEFINE_SPINLOCK(write_irq_b);

void write_irq_forward(void)
{
	write_lock_irq(&write_irq_a);
	write_unlock_irq(&write_irq_a);
	spin_lock(&write_irq_b);
	spin_unlock(&write_irq_b);
}

void write_irq_backward(void)
{
	spin_lock(&write_irq_b);
	write_lock_irq(&write_irq_a);
	write_unlock_irq(&write_irq_a);
	spin_unlock(&write_irq_b);
}

static DEFINE_RWLOCK(write_bh_a);
static DEFINE_SPINLOCK(write_bh_b);

void write_bh_forward(void)
{
	write_lock_bh(&write_bh_a);
	write_unlock_bh(&write_bh_a);
	spin_lock(&write_bh_b);
	spin_unlock(&write_bh_b);
}

void write_bh_backward(void)
{
	spin_lock(&write_bh_b);
	write_lock_bh(&write_bh_a);
	write_unlock_bh(&write_bh_a);
	spin_unlock(&write_bh_b);
}

static DEFINE_RWLOCK(write_irqsave_a);
static DEFINE_SPINLOCK(write_irqsave_b);

void write_irqsave_forward(void)
{
	unsigned long flags;

	write_lock_irqsave(&write_irqsave_a, flags);
	write_unlock_irqrestore(&write_irqsave_a, flags);
	spin_lock(&write_irqsave_b);
	spin_unlock(&write_irqsave_b);
}

void write_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&write_irqsave_b);
	write_lock_irqsave(&write_irqsave_a, flags);
	write_unlock_irqrestore(&write_irqsave_a, flags);
	spin_unlock(&write_irqsave_b);
}

static DEFINE_RWLOCK(write_try_a);
static DEFINE_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!write_trylock(&write_try_a))
		return;
	write_unlock(&write_try_a);
	spin_lock(&write_try_b);
	spin_unlock(&write_try_b);
}

void write_try_backward(void)
{
	spin_lock(&write_try_b);
	write_lock(&write_try_a);
	write_unlock(&write_try_a);
	spin_unlock(&write_try_b);
}

static DEFINE_RWLOCK(write_try_irqsave_a);
static DEFINE_SPINLOCK(write_try_irqsave_b);

void write_try_irqsave_forward(void)
{
	unsigned long flags;

	if (!write_trylock_irqsave(&write_try_irqsave_a, flags))
		return;
	write_unlock_irqrestore(&write_try_irqsave_a, flags);
	spin_lock(&write_try_irqsave_b);
	spin_unlock(&write_try_irqsave_b);
}

void write_try_irqsave_backward(void)
{
	spin_lock(&write_try_irqsave_b);
	write_lock(&write_try_irqsave_a);
	write_unlock(&write_try_irqsave_a);
	spin_unlock(&write_try_irqsave_b);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	read_lock(&read_a);
	read_unlock(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
}

void read_backward(void)
{
	spin_lock(&read_b);
	write_lock(&read_a);
	write_unlock(&read_a);
	spin_unlock(&read_b);
}

static DEFINE_RWLOCK(read_irq_a);
static DEFINE_SPINLOCK(read_irq_b);

void read_irq_forward(void)
{
	read_lock_irq(&read_irq_a);
	read_unlock_irq(&read_irq_a);
	spin_lock(&read_irq_b);
	spin_unlock(&read_irq_b);
}

void read_irq_backward(void)
{
	spin_lock(&read_irq_b);
	write_lock_irq(&read_irq_a);
	write_unlock_irq(&read_irq_a);
	spin_unlock(&read_irq_b);
}

static DEFINE_RWLOCK(read_bh_a);
static DEFINE_SPINLOCK(read_bh_b);

void read_bh_forward(void)
{
	read_lock_bh(&read_bh_a);
	read_unlock_bh(&read_bh_a);
	spin_lock(&read_bh_b);
	spin_unlock(&read_bh_b);
}

void read_bh_backward(void)
{
	spin_lock(&read_bh_b);
	write_lock_bh(&read_bh_a);
	write_unlock_bh(&read_bh_a);
	spin_unlock(&read_bh_b);
}

static DEFINE_RWLOCK(read_irqsave_a);
static DEFINE_SPINLOCK(read_irqsave_b);

void read_irqsave_forward(void)
{
	unsigned long flags;

	read_lock_irqsave(&read_irqsave_a, flags);
	read_unlock_irqrestore(&read_irqsave_a, flags);
	spin_lock(&read_irqsave_b);
	spin_unlock(&read_irqsave_b);
}

void read_irqsave_backward(void)
{
	spin_lock(&read_irqsave_b);
	write_lock(&read_irqsave_a);
	write_unlock(&read_irqsave_a);
	spin_unlock(&read_irqsave_b);
}

static DEFINE_RWLOCK(read_try_a);
static DEFINE_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!read_trylock(&read_try_a))
		return;
	read_unlock(&read_try_a);
	spin_lock(&read_try_b);
	spin_unlock(&read_try_b);
}

void read_try_backward(void)
{
	spin_lock(&read_try_b);
	write_lock(&read_try_a);
	write_unlock(&read_try_a);
	spin_unlock(&read_try_b);
}
