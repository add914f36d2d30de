// The locks below lockdep, given back before the other lock is taken.
// CLEAN
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(do_raw_a);
static DEFINE_RAW_SPINLOCK(do_raw_b);

void do_raw_forward(void)
{
	do_raw_spin_lock(&do_raw_a);
	do_raw_spin_unlock(&do_raw_a);
	raw_spin_lock(&do_raw_b);
	raw_spin_unlock(&do_raw_b);
}

void do_raw_backward(void)
{
	raw_spin_lock(&do_raw_b);
	do_raw_spin_lock(&do_raw_a);
	do_raw_spin_unlock(&do_raw_a);
	raw_spin_unlock(&do_raw_b);
}

static DEFINE_RAW_SPINLOCK(do_raw_try_a);
static DEFINE_RAW_SPINLOCK(do_raw_try_b);

void do_raw_try_forward(void)
{
	if (!do_raw_spin_trylock(&do_raw_try_a))
		return;
	do_raw_spin_unlock(&do_raw_try_a);
	raw_spin_lock(&do_raw_try_b);
	raw_spin_unlock(&do_raw_try_b);
}

void do_raw_try_backward(void)
{
	raw_spin_lock(&do_raw_try_b);
	do_raw_spin_lock(&do_raw_try_a);
	do_raw_spin_unlock(&do_raw_try_a);
	raw_spin_unlock(&do_raw_try_b);
}

static DEFINE_RAW_SPINLOCK(arch_a);
static DEFINE_RAW_SPINLOCK(arch_b);

void arch_forward(void)
{
	arch_spin_lock(&arch_a.raw_lock);
	arch_spin_unlock(&arch_a.raw_lock);
	raw_spin_lock(&arch_b);
	raw_spin_unlock(&arch_b);
}

void arch_backward(void)
{
	raw_spin_lock(&arch_b);
	arch_spin_lock(&arch_a.raw_lock);
	arch_spin_unlock(&arch_a.raw_lock);
	raw_spin_unlock(&arch_b);
}

static DEFINE_RAW_SPINLOCK(arch_try_a);
static DEFINE_RAW_SPINLOCK(arch_try_b);

void arch_try_forward(void)
{
	if (!arch_spin_trylock(&arch_try_a.raw_lock))
		return;
	arch_spin_unlock(&arch_try_a.raw_lock);
	raw_spin_lock(&arch_try_b);
	raw_spin_unlock(&arch_try_b);
}

void arch_try_backward(void)
{
	raw_spin_lock(&arch_try_b);
	arch_spin_lock(&arch_try_a.raw_lock);
	arch_spin_unlock(&arch_try_a.raw_lock);
	raw_spin_unlock(&arch_try_b);
}

static DEFINE_RAW_SPINLOCK(queued_a);
static DEFINE_RAW_SPINLOCK(queued_b);

void queued_forward(void)
{
	queued_spin_lock(&queued_a.raw_lock);
	queued_spin_unlock(&queued_a.raw_lock);
	raw_spin_lock(&queued_b);
	raw_spin_unlock(&queued_b);
}

void queued_backward(void)
{
	raw_spin_lock(&queued_b);
	queued_spin_lock(&queued_a.raw_lock);
	queued_spin_unlock(&queued_a.raw_lock);
	raw_spin_unlock(&queued_b);
}

static DEFINE_RAW_SPINLOCK(queued_try_a);
static DEFINE_RAW_SPINLOCK(queued_try_b);

void queued_try_forward(void)
{
	if (!queued_spin_trylock(&queued_try_a.raw_lock))
		return;
	queued_spin_unlock(&queued_try_a.raw_lock);
	raw_spin_lock(&queued_try_b);
	raw_spin_unlock(&queued_try_b);
}

void queued_try_backward(void)
{
	raw_spin_lock(&queued_try_b);
	queued_spin_lock(&queued_try_a.raw_lock);
	queued_spin_unlock(&queued_try_a.raw_lock);
	raw_spin_unlock(&queued_try_b);
}

static DEFINE_RWLOCK(do_raw_write_a);
static DEFINE_RAW_SPINLOCK(do_raw_write_b);

void do_raw_write_forward(void)
{
	do_raw_write_lock(&do_raw_write_a);
	do_raw_write_unlock(&do_raw_write_a);
	raw_spin_lock(&do_raw_write_b);
	raw_spin_unlock(&do_raw_write_b);
}

void do_raw_write_backward(void)
{
	raw_spin_lock(&do_raw_write_b);
	do_raw_write_lock(&do_raw_write_a);
	do_raw_write_unlock(&do_raw_write_a);
	raw_spin_unlock(&do_raw_write_b);
}

static DEFINE_RWLOCK(do_raw_write_try_a);
static DEFINE_RAW_SPINLOCK(do_raw_write_try_b);

void do_raw_write_try_forward(void)
{
	if (!do_raw_write_trylock(&do_raw_write_try_a))
		return;
	do_raw_write_unlock(&do_raw_write_try_a);
	raw_spin_lock(&do_raw_write_try_b);
	raw_spin_unlock(&do_raw_write_try_b);
}

void do_raw_write_try_backward(void)
{
	raw_spin_lock(&do_raw_write_try_b);
	do_raw_write_lock(&do_raw_write_try_a);
	do_raw_write_unlock(&do_raw_write_try_a);
	raw_spin_unlock(&do_raw_write_try_b);
}

static DEFINE_RWLOCK(do_raw_read_a);
static DEFINE_RAW_SPINLOCK(do_raw_read_b);

void do_raw_read_forward(void)
{
	do_raw_read_lock(&do_raw_read_a);
	do_raw_read_unlock(&do_raw_read_a);
	raw_spin_lock(&do_raw_read_b);
	raw_spin_unlock(&do_raw_read_b);
}

void do_raw_read_backward(void)
{
	raw_spin_lock(&do_raw_read_b);
	do_raw_write_lock(&do_raw_read_a);
	do_raw_write_unlock(&do_raw_read_a);
	raw_spin_unlock(&do_raw_read_b);
}

static DEFINE_RWLOCK(do_raw_read_want_a);
static DEFINE_RAW_SPINLOCK(do_raw_read_want_b);

void do_raw_read_want_forward(void)
{
	do_raw_write_lock(&do_raw_read_want_a);
	do_raw_write_unlock(&do_raw_read_want_a);
	raw_spin_lock(&do_raw_read_want_b);
	raw_spin_unlock(&do_raw_read_want_b);
}

void do_raw_read_want_backward(void)
{
	raw_spin_lock(&do_raw_read_want_b);
	do_raw_read_lock(&do_raw_read_want_a);
	do_raw_read_unlock(&do_raw_read_want_a);
	raw_spin_unlock(&do_raw_read_want_b);
}

static DEFINE_RWLOCK(do_raw_read_try_a);
static DEFINE_RAW_SPINLOCK(do_raw_read_try_b);

void do_raw_read_try_forward(void)
{
	if (!do_raw_read_trylock(&do_raw_read_try_a))
		return;
	do_raw_read_unlock(&do_raw_read_try_a);
	raw_spin_lock(&do_raw_read_try_b);
	raw_spin_unlock(&do_raw_read_try_b);
}

void do_raw_read_try_backward(void)
{
	raw_spin_lock(&do_raw_read_try_b);
	do_raw_write_lock(&do_raw_read_try_a);
	do_raw_write_unlock(&do_raw_read_try_a);
	raw_spin_unlock(&do_raw_read_try_b);
}

static DEFINE_RWLOCK(arch_write_a);
static DEFINE_RAW_SPINLOCK(arch_write_b);

void arch_write_forward(void)
{
	arch_write_lock(&arch_write_a.raw_lock);
	arch_write_unlock(&arch_write_a.raw_lock);
	raw_spin_lock(&arch_write_b);
	raw_spin_unlock(&arch_write_b);
}

void arch_write_backward(void)
{
	raw_spin_lock(&arch_write_b);
	arch_write_lock(&arch_write_a.raw_lock);
	arch_write_unlock(&arch_write_a.raw_lock);
	raw_spin_unlock(&arch_write_b);
}

static DEFINE_RWLOCK(arch_write_try_a);
static DEFINE_RAW_SPINLOCK(arch_write_try_b);

void arch_write_try_forward(void)
{
	if (!arch_write_trylock(&arch_write_try_a.raw_lock))
		return;
	arch_write_unlock(&arch_write_try_a.raw_lock);
	raw_spin_lock(&arch_write_try_b);
	raw_spin_unlock(&arch_write_try_b);
}

void arch_write_try_backward(void)
{
	raw_spin_lock(&arch_write_try_b);
	arch_write_lock(&arch_write_try_a.raw_lock);
	arch_write_unlock(&arch_write_try_a.raw_lock);
	raw_spin_unlock(&arch_write_try_b);
}

static DEFINE_RWLOCK(arch_read_a);
static DEFINE_RAW_SPINLOCK(arch_read_b);

void arch_read_forward(void)
{
	arch_read_lock(&arch_read_a.raw_lock);
	arch_read_unlock(&arch_read_a.raw_lock);
	raw_spin_lock(&arch_read_b);
	raw_spin_unlock(&arch_read_b);
}

void arch_read_backward(void)
{
	raw_spin_lock(&arch_read_b);
	arch_write_lock(&arch_read_a.raw_lock);
	arch_write_unlock(&arch_read_a.raw_lock);
	raw_spin_unlock(&arch_read_b);
}

static DEFINE_RWLOCK(arch_read_want_a);
static DEFINE_RAW_SPINLOCK(arch_read_want_b);

void arch_read_want_forward(void)
{
	arch_write_lock(&arch_read_want_a.raw_lock);
	arch_write_unlock(&arch_read_want_a.raw_lock);
	raw_spin_lock(&arch_read_want_b);
	raw_spin_unlock(&arch_read_want_b);
}

void arch_read_want_backward(void)
{
	raw_spin_lock(&arch_read_want_b);
	arch_read_lock(&arch_read_want_a.raw_lock);
	arch_read_unlock(&arch_read_want_a.raw_lock);
	raw_spin_unlock(&arch_read_want_b);
}

static DEFINE_RWLOCK(arch_read_try_a);
static DEFINE_RAW_SPINLOCK(arch_read_try_b);

void arch_read_try_forward(void)
{
	if (!arch_read_trylock(&arch_read_try_a.raw_lock))
		return;
	arch_read_unlock(&arch_read_try_a.raw_lock);
	raw_spin_lock(&arch_read_try_b);
	raw_spin_unlock(&arch_read_try_b);
}

void arch_read_try_backward(void)
{
	raw_spin_lock(&arch_read_try_b);
	arch_write_lock(&arch_read_try_a.raw_lock);
	arch_write_unlock(&arch_read_try_a.raw_lock);
	raw_spin_unlock(&arch_read_try_b);
}

static DEFINE_RWLOCK(queued_write_a);
static DEFINE_RAW_SPINLOCK(queued_write_b);

void queued_write_forward(void)
{
	queued_write_lock(&queued_write_a.raw_lock);
	queued_write_unlock(&queued_write_a.raw_lock);
	raw_spin_lock(&queued_write_b);
	raw_spin_unlock(&queued_write_b);
}

void queued_write_backward(void)
{
	raw_spin_lock(&queued_write_b);
	queued_write_lock(&queued_write_a.raw_lock);
	queued_write_unlock(&queued_write_a.raw_lock);
	raw_spin_unlock(&queued_write_b);
}

static DEFINE_RWLOCK(queued_write_try_a);
static DEFINE_RAW_SPINLOCK(queued_write_try_b);

void queued_write_try_forward(void)
{
	if (!queued_write_trylock(&queued_write_try_a.raw_lock))
		return;
	queued_write_unlock(&queued_write_try_a.raw_lock);
	raw_spin_lock(&queued_write_try_b);
	raw_spin_unlock(&queued_write_try_b);
}

void queued_write_try_backward(void)
{
	raw_spin_lock(&queued_write_try_b);
	queued_write_lock(&queued_write_try_a.raw_lock);
	queued_write_unlock(&queued_write_try_a.raw_lock);
	raw_spin_unlock(&queued_write_try_b);
}

static DEFINE_RWLOCK(queued_read_a);
static DEFINE_RAW_SPINLOCK(queued_read_b);

void queued_read_forward(void)
{
	queued_read_lock(&queued_read_a.raw_lock);
	queued_read_unlock(&queued_read_a.raw_lock);
	raw_spin_lock(&queued_read_b);
	raw_spin_unlock(&queued_read_b);
}

void queued_read_backward(void)
{
	raw_spin_lock(&queued_read_b);
	queued_write_lock(&queued_read_a.raw_lock);
	queued_write_unlock(&queued_read_a.raw_lock);
	raw_spin_unlock(&queued_read_b);
}

static DEFINE_RWLOCK(queued_read_want_a);
static DEFINE_RAW_SPINLOCK(queued_read_want_b);

void queued_read_want_forward(void)
{
	queued_write_lock(&queued_read_want_a.raw_lock);
	queued_write_unlock(&queued_read_want_a.raw_lock);
	raw_spin_lock(&queued_read_want_b);
	raw_spin_unlock(&queued_read_want_b);
}

void queued_read_want_backward(void)
{
	raw_spin_lock(&queued_read_want_b);
	queued_read_lock(&queued_read_want_a.raw_lock);
	queued_read_unlock(&queued_read_want_a.raw_lock);
	raw_spin_unlock(&queued_read_want_b);
}

static DEFINE_RWLOCK(queued_read_try_a);
static DEFINE_RAW_SPINLOCK(queued_read_try_b);

void queued_read_try_forward(void)
{
	if (!queued_read_trylock(&queued_read_try_a.raw_lock))
		return;
	queued_read_unlock(&queued_read_try_a.raw_lock);
	raw_spin_lock(&queued_read_try_b);
	raw_spin_unlock(&queued_read_try_b);
}

void queued_read_try_backward(void)
{
	raw_spin_lock(&queued_read_try_b);
	queued_write_lock(&queued_read_try_a.raw_lock);
	queued_write_unlock(&queued_read_try_a.raw_lock);
	raw_spin_unlock(&queued_read_try_b);
}
