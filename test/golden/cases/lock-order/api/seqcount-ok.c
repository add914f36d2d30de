// The writer of a sequence count is done before it takes the other lock.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/seqlock.h>

static seqcount_t plain_a = SEQCNT_ZERO(plain_a);
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	write_seqcount_begin(&plain_a);
	write_seqcount_end(&plain_a);
	raw_spin_lock(&plain_b);
	raw_spin_unlock(&plain_b);
}

void plain_backward(void)
{
	unsigned int start;

	raw_spin_lock(&plain_b);
	do {
		start = read_seqcount_begin(&plain_a);
	} while (read_seqcount_retry(&plain_a, start));
	raw_spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(spin_a_lock);
static seqcount_spinlock_t spin_a = SEQCNT_SPINLOCK_ZERO(spin_a, &spin_a_lock);
static DEFINE_SPINLOCK(spin_b);

void spin_forward(void)
{
	spin_lock(&spin_a_lock);
	write_seqcount_begin(&spin_a);
	write_seqcount_end(&spin_a);
	spin_unlock(&spin_a_lock);
	spin_lock(&spin_b);
	spin_unlock(&spin_b);
}

void spin_backward(void)
{
	unsigned int start;

	spin_lock(&spin_b);
	do {
		start = read_seqcount_begin(&spin_a);
	} while (read_seqcount_retry(&spin_a, start));
	spin_unlock(&spin_b);
}

static DEFINE_RAW_SPINLOCK(raw_a_lock);
static seqcount_raw_spinlock_t raw_a = SEQCNT_RAW_SPINLOCK_ZERO(raw_a, &raw_a_lock);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_forward(void)
{
	raw_spin_lock(&raw_a_lock);
	write_seqcount_begin(&raw_a);
	write_seqcount_end(&raw_a);
	raw_spin_unlock(&raw_a_lock);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
}

void raw_backward(void)
{
	unsigned int start;

	raw_spin_lock(&raw_b);
	do {
		start = read_seqcount_begin(&raw_a);
	} while (read_seqcount_retry(&raw_a, start));
	raw_spin_unlock(&raw_b);
}

static DEFINE_RWLOCK(rw_a_lock);
static seqcount_rwlock_t rw_a = SEQCNT_RWLOCK_ZERO(rw_a, &rw_a_lock);
static DEFINE_SPINLOCK(rw_b);

void rw_forward(void)
{
	write_lock(&rw_a_lock);
	write_seqcount_begin(&rw_a);
	write_seqcount_end(&rw_a);
	write_unlock(&rw_a_lock);
	spin_lock(&rw_b);
	spin_unlock(&rw_b);
}

void rw_backward(void)
{
	unsigned int start;

	spin_lock(&rw_b);
	do {
		start = read_seqcount_begin(&rw_a);
	} while (read_seqcount_retry(&rw_a, start));
	spin_unlock(&rw_b);
}

static DEFINE_MUTEX(mutex_a_lock);
static seqcount_mutex_t mutex_a = SEQCNT_MUTEX_ZERO(mutex_a, &mutex_a_lock);
static DEFINE_MUTEX(mutex_b);

void mutex_forward(void)
{
	mutex_lock(&mutex_a_lock);
	write_seqcount_begin(&mutex_a);
	write_seqcount_end(&mutex_a);
	mutex_unlock(&mutex_a_lock);
	mutex_lock(&mutex_b);
	mutex_unlock(&mutex_b);
}

void mutex_backward(void)
{
	unsigned int start;

	mutex_lock(&mutex_b);
	do {
		start = read_seqcount_begin(&mutex_a);
	} while (read_seqcount_retry(&mutex_a, start));
	mutex_unlock(&mutex_b);
}
