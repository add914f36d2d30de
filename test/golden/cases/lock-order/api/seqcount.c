// A writer of a sequence count takes another lock, and a reader waits for it under that lock.
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static seqcount_t plain_a = SEQCNT_ZERO(plain_a);
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	write_seqcount_begin(&plain_a);	// plain1.1 holds plain_a
	raw_spin_lock(&plain_b);	// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	raw_spin_unlock(&plain_b);
	write_seqcount_end(&plain_a);
}

void plain_backward(void)
{
	unsigned int start;

	raw_spin_lock(&plain_b);	// plain2.1 holds plain_b
	do {
		start = read_seqcount_begin(&plain_a);	// plain2.2 wants plain_a
	} while (read_seqcount_retry(&plain_a, start));
	raw_spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(spin_a_lock);
static seqcount_spinlock_t spin_a = SEQCNT_SPINLOCK_ZERO(spin_a, &spin_a_lock);
static DEFINE_SPINLOCK(spin_b);

void spin_forward(void)
{
	spin_lock(&spin_a_lock);
	write_seqcount_begin(&spin_a);	// spin1.1 holds spin_a
	spin_lock(&spin_b);		// spin1.2 wants spin_b
					// BUG[spin] lock-order: spin_a -> spin_b -> spin_a
	spin_unlock(&spin_b);
	write_seqcount_end(&spin_a);
	spin_unlock(&spin_a_lock);
}

void spin_backward(void)
{
	unsigned int start;

	spin_lock(&spin_b);		// spin2.1 holds spin_b
	do {
		start = read_seqcount_begin(&spin_a);	// spin2.2 wants spin_a
	} while (read_seqcount_retry(&spin_a, start));
	spin_unlock(&spin_b);
}

static DEFINE_RAW_SPINLOCK(raw_a_lock);
static seqcount_raw_spinlock_t raw_a = SEQCNT_RAW_SPINLOCK_ZERO(raw_a, &raw_a_lock);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_forward(void)
{
	raw_spin_lock(&raw_a_lock);
	write_seqcount_begin(&raw_a);	// raw1.1 holds raw_a
	raw_spin_lock(&raw_b);		// raw1.2 wants raw_b
					// BUG[raw] lock-order: raw_a -> raw_b -> raw_a
	raw_spin_unlock(&raw_b);
	write_seqcount_end(&raw_a);
	raw_spin_unlock(&raw_a_lock);
}

void raw_backward(void)
{
	unsigned int start;

	raw_spin_lock(&raw_b);		// raw2.1 holds raw_b
	do {
		start = read_seqcount_begin(&raw_a);	// raw2.2 wants raw_a
	} while (read_seqcount_retry(&raw_a, start));
	raw_spin_unlock(&raw_b);
}

static DEFINE_RWLOCK(rw_a_lock);
static seqcount_rwlock_t rw_a = SEQCNT_RWLOCK_ZERO(rw_a, &rw_a_lock);
static DEFINE_SPINLOCK(rw_b);

void rw_forward(void)
{
	write_lock(&rw_a_lock);
	write_seqcount_begin(&rw_a);	// rw1.1 holds rw_a
	spin_lock(&rw_b);		// rw1.2 wants rw_b
					// BUG[rw] lock-order: rw_a -> rw_b -> rw_a
	spin_unlock(&rw_b);
	write_seqcount_end(&rw_a);
	write_unlock(&rw_a_lock);
}

void rw_backward(void)
{
	unsigned int start;

	spin_lock(&rw_b);		// rw2.1 holds rw_b
	do {
		start = read_seqcount_begin(&rw_a);	// rw2.2 wants rw_a
	} while (read_seqcount_retry(&rw_a, start));
	spin_unlock(&rw_b);
}

static DEFINE_MUTEX(mutex_a_lock);
static seqcount_mutex_t mutex_a = SEQCNT_MUTEX_ZERO(mutex_a, &mutex_a_lock);
static DEFINE_MUTEX(mutex_b);

void mutex_forward(void)
{
	mutex_lock(&mutex_a_lock);
	write_seqcount_begin(&mutex_a);	// mutex1.1 holds mutex_a
	mutex_lock(&mutex_b);		// mutex1.2 wants mutex_b
					// BUG[mutex] lock-order: mutex_a -> mutex_b -> mutex_a
	mutex_unlock(&mutex_b);
	write_seqcount_end(&mutex_a);
	mutex_unlock(&mutex_a_lock);
}

void mutex_backward(void)
{
	unsigned int start;

	mutex_lock(&mutex_b);		// mutex2.1 holds mutex_b
	do {
		start = read_seqcount_begin(&mutex_a);	// mutex2.2 wants mutex_a
	} while (read_seqcount_retry(&mutex_a, start));
	mutex_unlock(&mutex_b);
}
