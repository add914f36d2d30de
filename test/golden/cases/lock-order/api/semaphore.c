// Every way to take a semaphore: 0 is success, for down_trylock too.
// CONFIGS: all
#include "kernel.h"

static struct semaphore down_a = __SEMAPHORE_INITIALIZER(down_a, 1);
static struct semaphore down_b = __SEMAPHORE_INITIALIZER(down_b, 1);

void down_forward(void)
{
	down(&down_a);			// down1.1 holds down_a
	down(&down_b);			// down1.2 wants down_b
					// BUG[down] lock-order: down_a -> down_b -> down_a
	up(&down_b);
	up(&down_a);
}

void down_backward(void)
{
	down(&down_b);			// down2.1 holds down_b
	down(&down_a);			// down2.2 wants down_a
	up(&down_a);
	up(&down_b);
}

static struct semaphore interruptible_a = __SEMAPHORE_INITIALIZER(interruptible_a, 1);
static struct semaphore interruptible_b = __SEMAPHORE_INITIALIZER(interruptible_b, 1);

void interruptible_forward(void)
{
	if (down_interruptible(&interruptible_a))	// interruptible1.1 holds interruptible_a
		return;
	down(&interruptible_b);		// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order: interruptible_a -> interruptible_b -> interruptible_a
	up(&interruptible_b);
	up(&interruptible_a);
}

void interruptible_backward(void)
{
	down(&interruptible_b);		// interruptible2.1 holds interruptible_b
	if (!(down_interruptible(&interruptible_a)))	// interruptible2.2 wants interruptible_a
		up(&interruptible_a);
	up(&interruptible_b);
}

static struct semaphore killable_a = __SEMAPHORE_INITIALIZER(killable_a, 1);
static struct semaphore killable_b = __SEMAPHORE_INITIALIZER(killable_b, 1);

void killable_forward(void)
{
	if (down_killable(&killable_a))	// killable1.1 holds killable_a
		return;
	down(&killable_b);		// killable1.2 wants killable_b
					// BUG[killable] lock-order: killable_a -> killable_b -> killable_a
	up(&killable_b);
	up(&killable_a);
}

void killable_backward(void)
{
	down(&killable_b);		// killable2.1 holds killable_b
	if (!(down_killable(&killable_a)))	// killable2.2 wants killable_a
		up(&killable_a);
	up(&killable_b);
}

static struct semaphore timeout_a = __SEMAPHORE_INITIALIZER(timeout_a, 1);
static struct semaphore timeout_b = __SEMAPHORE_INITIALIZER(timeout_b, 1);

void timeout_forward(void)
{
	if (down_timeout(&timeout_a, HZ))	// timeout1.1 holds timeout_a
		return;
	down(&timeout_b);		// timeout1.2 wants timeout_b
					// BUG[timeout] lock-order: timeout_a -> timeout_b -> timeout_a
	up(&timeout_b);
	up(&timeout_a);
}

void timeout_backward(void)
{
	down(&timeout_b);		// timeout2.1 holds timeout_b
	if (!(down_timeout(&timeout_a, HZ)))	// timeout2.2 wants timeout_a
		up(&timeout_a);
	up(&timeout_b);
}

static struct semaphore try_a = __SEMAPHORE_INITIALIZER(try_a, 1);
static struct semaphore try_b = __SEMAPHORE_INITIALIZER(try_b, 1);

void try_forward(void)
{
	if (down_trylock(&try_a))	// try1.1 holds try_a
		return;
	down(&try_b);			// try1.2 wants try_b
					// BUG[try] lock-order: try_a -> try_b -> try_a
	up(&try_b);
	up(&try_a);
}

void try_backward(void)
{
	down(&try_b);			// try2.1 holds try_b
	down(&try_a);			// try2.2 wants try_a
	up(&try_a);
	up(&try_b);
}
