// Nothing else is held where a lock is dropped while an event is awaited.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/wait.h>

static DECLARE_WAIT_QUEUE_HEAD(queue);
static bool ready;

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock_irq(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
	spin_unlock_irq(&plain_a);
}

void plain_backward(void)
{
	spin_lock_irq(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
	wait_event_lock_irq(queue, ready, plain_a);
	spin_unlock_irq(&plain_a);
}

static DEFINE_SPINLOCK(interruptible_a);
static DEFINE_SPINLOCK(interruptible_b);

void interruptible_forward(void)
{
	spin_lock_irq(&interruptible_a);
	spin_lock(&interruptible_b);
	spin_unlock(&interruptible_b);
	spin_unlock_irq(&interruptible_a);
}

void interruptible_backward(void)
{
	spin_lock_irq(&interruptible_a);
	spin_lock(&interruptible_b);
	spin_unlock(&interruptible_b);
	wait_event_interruptible_lock_irq(queue, ready, interruptible_a);
	spin_unlock_irq(&interruptible_a);
}

static DEFINE_SPINLOCK(timeout_a);
static DEFINE_SPINLOCK(timeout_b);

void timeout_forward(void)
{
	spin_lock_irq(&timeout_a);
	spin_lock(&timeout_b);
	spin_unlock(&timeout_b);
	spin_unlock_irq(&timeout_a);
}

void timeout_backward(void)
{
	spin_lock_irq(&timeout_a);
	spin_lock(&timeout_b);
	spin_unlock(&timeout_b);
	wait_event_lock_irq_timeout(queue, ready, timeout_a, HZ);
	spin_unlock_irq(&timeout_a);
}

static DEFINE_SPINLOCK(interruptible_timeout_a);
static DEFINE_SPINLOCK(interruptible_timeout_b);

void interruptible_timeout_forward(void)
{
	spin_lock_irq(&interruptible_timeout_a);
	spin_lock(&interruptible_timeout_b);
	spin_unlock(&interruptible_timeout_b);
	spin_unlock_irq(&interruptible_timeout_a);
}

void interruptible_timeout_backward(void)
{
	spin_lock_irq(&interruptible_timeout_a);
	spin_lock(&interruptible_timeout_b);
	spin_unlock(&interruptible_timeout_b);
	wait_event_interruptible_lock_irq_timeout(queue, ready, interruptible_timeout_a, HZ);
	spin_unlock_irq(&interruptible_timeout_a);
}
