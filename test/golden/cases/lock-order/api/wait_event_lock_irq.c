// A lock that is dropped while an event is awaited is waited for once more.
// CONFIGS: all
#include "kernel.h"
#include <linux/wait.h>

static DECLARE_WAIT_QUEUE_HEAD(queue);
static bool ready;

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock_irq(&plain_a);	// plain1.1 holds plain_a
	spin_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	spin_unlock(&plain_b);
	spin_unlock_irq(&plain_a);
}

void plain_backward(void)
{
	spin_lock_irq(&plain_a);
	spin_lock(&plain_b);		// plain2.1 holds plain_b
	wait_event_lock_irq(queue, ready, plain_a);	// plain2.2 wants plain_a
	spin_unlock(&plain_b);
	spin_unlock_irq(&plain_a);
}

static DEFINE_SPINLOCK(interruptible_a);
static DEFINE_SPINLOCK(interruptible_b);

void interruptible_forward(void)
{
	spin_lock_irq(&interruptible_a);	// interruptible1.1 holds interruptible_a
	spin_lock(&interruptible_b);	// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order: interruptible_a -> interruptible_b -> interruptible_a
	spin_unlock(&interruptible_b);
	spin_unlock_irq(&interruptible_a);
}

void interruptible_backward(void)
{
	spin_lock_irq(&interruptible_a);
	spin_lock(&interruptible_b);	// interruptible2.1 holds interruptible_b
	wait_event_interruptible_lock_irq(queue, ready, interruptible_a);	// interruptible2.2 wants interruptible_a
	spin_unlock(&interruptible_b);
	spin_unlock_irq(&interruptible_a);
}

static DEFINE_SPINLOCK(timeout_a);
static DEFINE_SPINLOCK(timeout_b);

void timeout_forward(void)
{
	spin_lock_irq(&timeout_a);	// timeout1.1 holds timeout_a
	spin_lock(&timeout_b);		// timeout1.2 wants timeout_b
					// BUG[timeout] lock-order: timeout_a -> timeout_b -> timeout_a
	spin_unlock(&timeout_b);
	spin_unlock_irq(&timeout_a);
}

void timeout_backward(void)
{
	spin_lock_irq(&timeout_a);
	spin_lock(&timeout_b);		// timeout2.1 holds timeout_b
	wait_event_lock_irq_timeout(queue, ready, timeout_a, HZ);	// timeout2.2 wants timeout_a
	spin_unlock(&timeout_b);
	spin_unlock_irq(&timeout_a);
}

static DEFINE_SPINLOCK(interruptible_timeout_a);
static DEFINE_SPINLOCK(interruptible_timeout_b);

void interruptible_timeout_forward(void)
{
	spin_lock_irq(&interruptible_timeout_a);	// interruptible_timeout1.1 holds interruptible_timeout_a
	spin_lock(&interruptible_timeout_b);	// interruptible_timeout1.2 wants interruptible_timeout_b
					// BUG[interruptible_timeout] lock-order: interruptible_timeout_a -> interruptible_timeout_b -> interruptible_timeout_a
	spin_unlock(&interruptible_timeout_b);
	spin_unlock_irq(&interruptible_timeout_a);
}

void interruptible_timeout_backward(void)
{
	spin_lock_irq(&interruptible_timeout_a);
	spin_lock(&interruptible_timeout_b);	// interruptible_timeout2.1 holds interruptible_timeout_b
	wait_event_interruptible_lock_irq_timeout(queue, ready, interruptible_timeout_a, HZ);	// interruptible_timeout2.2 wants interruptible_timeout_a
	spin_unlock(&interruptible_timeout_b);
	spin_unlock_irq(&interruptible_timeout_a);
}
