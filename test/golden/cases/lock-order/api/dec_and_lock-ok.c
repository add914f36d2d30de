// The last user takes the lock, and gives it back before it takes another one.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/refcount.h>

static atomic_t atomic_a_users;
static DEFINE_SPINLOCK(atomic_a);
static DEFINE_SPINLOCK(atomic_b);

void atomic_forward(void)
{
	if (!atomic_dec_and_lock(&atomic_a_users, &atomic_a))
		return;
	spin_unlock(&atomic_a);
	spin_lock(&atomic_b);
	spin_unlock(&atomic_b);
}

void atomic_backward(void)
{
	spin_lock(&atomic_b);
	if (atomic_dec_and_lock(&atomic_a_users, &atomic_a))
		spin_unlock(&atomic_a);
	spin_unlock(&atomic_b);
}

static atomic_t atomic_irqsave_a_users;
static DEFINE_SPINLOCK(atomic_irqsave_a);
static DEFINE_SPINLOCK(atomic_irqsave_b);

void atomic_irqsave_forward(void)
{
	unsigned long flags;

	if (!atomic_dec_and_lock_irqsave(&atomic_irqsave_a_users, &atomic_irqsave_a, flags))
		return;
	spin_unlock_irqrestore(&atomic_irqsave_a, flags);
	spin_lock(&atomic_irqsave_b);
	spin_unlock(&atomic_irqsave_b);
}

void atomic_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&atomic_irqsave_b);
	if (atomic_dec_and_lock_irqsave(&atomic_irqsave_a_users, &atomic_irqsave_a, flags))
		spin_unlock_irqrestore(&atomic_irqsave_a, flags);
	spin_unlock(&atomic_irqsave_b);
}

static atomic_t atomic_function_a_users;
static DEFINE_SPINLOCK(atomic_function_a);
static DEFINE_SPINLOCK(atomic_function_b);

void atomic_function_forward(void)
{
	if (!_atomic_dec_and_lock(&atomic_function_a_users, &atomic_function_a))
		return;
	spin_unlock(&atomic_function_a);
	spin_lock(&atomic_function_b);
	spin_unlock(&atomic_function_b);
}

void atomic_function_backward(void)
{
	spin_lock(&atomic_function_b);
	if (_atomic_dec_and_lock(&atomic_function_a_users, &atomic_function_a))
		spin_unlock(&atomic_function_a);
	spin_unlock(&atomic_function_b);
}

static atomic_t atomic_function_irqsave_a_users;
static DEFINE_SPINLOCK(atomic_function_irqsave_a);
static DEFINE_SPINLOCK(atomic_function_irqsave_b);

void atomic_function_irqsave_forward(void)
{
	unsigned long flags;

	if (!_atomic_dec_and_lock_irqsave(&atomic_function_irqsave_a_users, &atomic_function_irqsave_a, &flags))
		return;
	spin_unlock_irqrestore(&atomic_function_irqsave_a, flags);
	spin_lock(&atomic_function_irqsave_b);
	spin_unlock(&atomic_function_irqsave_b);
}

void atomic_function_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&atomic_function_irqsave_b);
	if (_atomic_dec_and_lock_irqsave(&atomic_function_irqsave_a_users, &atomic_function_irqsave_a, &flags))
		spin_unlock_irqrestore(&atomic_function_irqsave_a, flags);
	spin_unlock(&atomic_function_irqsave_b);
}

static atomic_t raw_a_users;
static DEFINE_RAW_SPINLOCK(raw_a);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_forward(void)
{
	if (!atomic_dec_and_raw_lock(&raw_a_users, &raw_a))
		return;
	raw_spin_unlock(&raw_a);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
}

void raw_backward(void)
{
	raw_spin_lock(&raw_b);
	if (atomic_dec_and_raw_lock(&raw_a_users, &raw_a))
		raw_spin_unlock(&raw_a);
	raw_spin_unlock(&raw_b);
}

static atomic_t raw_irqsave_a_users;
static DEFINE_RAW_SPINLOCK(raw_irqsave_a);
static DEFINE_RAW_SPINLOCK(raw_irqsave_b);

void raw_irqsave_forward(void)
{
	unsigned long flags;

	if (!atomic_dec_and_raw_lock_irqsave(&raw_irqsave_a_users, &raw_irqsave_a, flags))
		return;
	raw_spin_unlock_irqrestore(&raw_irqsave_a, flags);
	raw_spin_lock(&raw_irqsave_b);
	raw_spin_unlock(&raw_irqsave_b);
}

void raw_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&raw_irqsave_b);
	if (atomic_dec_and_raw_lock_irqsave(&raw_irqsave_a_users, &raw_irqsave_a, flags))
		raw_spin_unlock_irqrestore(&raw_irqsave_a, flags);
	raw_spin_unlock(&raw_irqsave_b);
}

static atomic_t raw_function_a_users;
static DEFINE_RAW_SPINLOCK(raw_function_a);
static DEFINE_RAW_SPINLOCK(raw_function_b);

void raw_function_forward(void)
{
	if (!_atomic_dec_and_raw_lock(&raw_function_a_users, &raw_function_a))
		return;
	raw_spin_unlock(&raw_function_a);
	raw_spin_lock(&raw_function_b);
	raw_spin_unlock(&raw_function_b);
}

void raw_function_backward(void)
{
	raw_spin_lock(&raw_function_b);
	if (_atomic_dec_and_raw_lock(&raw_function_a_users, &raw_function_a))
		raw_spin_unlock(&raw_function_a);
	raw_spin_unlock(&raw_function_b);
}

static atomic_t raw_function_irqsave_a_users;
static DEFINE_RAW_SPINLOCK(raw_function_irqsave_a);
static DEFINE_RAW_SPINLOCK(raw_function_irqsave_b);

void raw_function_irqsave_forward(void)
{
	unsigned long flags;

	if (!_atomic_dec_and_raw_lock_irqsave(&raw_function_irqsave_a_users, &raw_function_irqsave_a, &flags))
		return;
	raw_spin_unlock_irqrestore(&raw_function_irqsave_a, flags);
	raw_spin_lock(&raw_function_irqsave_b);
	raw_spin_unlock(&raw_function_irqsave_b);
}

void raw_function_irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&raw_function_irqsave_b);
	if (_atomic_dec_and_raw_lock_irqsave(&raw_function_irqsave_a_users, &raw_function_irqsave_a, &flags))
		raw_spin_unlock_irqrestore(&raw_function_irqsave_a, flags);
	raw_spin_unlock(&raw_function_irqsave_b);
}

static refcount_t refcount_a_users;
static DEFINE_SPINLOCK(refcount_a);
static DEFINE_SPINLOCK(refcount_b);

void refcount_forward(void)
{
	if (!refcount_dec_and_lock(&refcount_a_users, &refcount_a))
		return;
	spin_unlock(&refcount_a);
	spin_lock(&refcount_b);
	spin_unlock(&refcount_b);
}

void refcount_backward(void)
{
	spin_lock(&refcount_b);
	if (refcount_dec_and_lock(&refcount_a_users, &refcount_a))
		spin_unlock(&refcount_a);
	spin_unlock(&refcount_b);
}

static refcount_t refcount_irqsave_a_users;
static DEFINE_SPINLOCK(refcount_irqsave_a);
static DEFINE_SPINLOCK(refcount_irqsave_b);

void refcount_irqsave_forward(void)
{
	unsigned long flags;

	if (!refcount_dec_and_lock_irqsave(&refcount_irqsave_a_users, &refcount_irqsave_a, &flags))
		return;
	spin_unlock_irqrestore(&refcount_irqsave_a, flags);
	spin_lock(&refcount_irqsave_b);
	spin_unlock(&refcount_irqsave_b);
}

void refcount_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&refcount_irqsave_b);
	if (refcount_dec_and_lock_irqsave(&refcount_irqsave_a_users, &refcount_irqsave_a, &flags))
		spin_unlock_irqrestore(&refcount_irqsave_a, flags);
	spin_unlock(&refcount_irqsave_b);
}

static atomic_t mutex_a_users;
static DEFINE_MUTEX(mutex_a);
static DEFINE_MUTEX(mutex_b);

void mutex_forward(void)
{
	if (!atomic_dec_and_mutex_lock(&mutex_a_users, &mutex_a))
		return;
	mutex_unlock(&mutex_a);
	mutex_lock(&mutex_b);
	mutex_unlock(&mutex_b);
}

void mutex_backward(void)
{
	mutex_lock(&mutex_b);
	if (atomic_dec_and_mutex_lock(&mutex_a_users, &mutex_a))
		mutex_unlock(&mutex_a);
	mutex_unlock(&mutex_b);
}

static refcount_t refcount_mutex_a_users;
static DEFINE_MUTEX(refcount_mutex_a);
static DEFINE_MUTEX(refcount_mutex_b);

void refcount_mutex_forward(void)
{
	if (!refcount_dec_and_mutex_lock(&refcount_mutex_a_users, &refcount_mutex_a))
		return;
	mutex_unlock(&refcount_mutex_a);
	mutex_lock(&refcount_mutex_b);
	mutex_unlock(&refcount_mutex_b);
}

void refcount_mutex_backward(void)
{
	mutex_lock(&refcount_mutex_b);
	if (refcount_dec_and_mutex_lock(&refcount_mutex_a_users, &refcount_mutex_a))
		mutex_unlock(&refcount_mutex_a);
	mutex_unlock(&refcount_mutex_b);
}
