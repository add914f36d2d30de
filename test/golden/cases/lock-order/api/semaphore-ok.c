// Every way to take a semaphore, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static struct semaphore down_a = __SEMAPHORE_INITIALIZER(down_a, 1);
static struct semaphore down_b = __SEMAPHORE_INITIALIZER(down_b, 1);

void down_forward(void)
{
	down(&down_a);
	up(&down_a);
	down(&down_b);
	up(&down_b);
}

void down_backward(void)
{
	down(&down_b);
	down(&down_a);
	up(&down_a);
	up(&down_b);
}

static struct semaphore interruptible_a = __SEMAPHORE_INITIALIZER(interruptible_a, 1);
static struct semaphore interruptible_b = __SEMAPHORE_INITIALIZER(interruptible_b, 1);

void interruptible_forward(void)
{
	if (down_interruptible(&interruptible_a))
		return;
	up(&interruptible_a);
	down(&interruptible_b);
	up(&interruptible_b);
}

void interruptible_backward(void)
{
	down(&interruptible_b);
	if (!(down_interruptible(&interruptible_a)))
		up(&interruptible_a);
	up(&interruptible_b);
}

static struct semaphore killable_a = __SEMAPHORE_INITIALIZER(killable_a, 1);
static struct semaphore killable_b = __SEMAPHORE_INITIALIZER(killable_b, 1);

void killable_forward(void)
{
	if (down_killable(&killable_a))
		return;
	up(&killable_a);
	down(&killable_b);
	up(&killable_b);
}

void killable_backward(void)
{
	down(&killable_b);
	if (!(down_killable(&killable_a)))
		up(&killable_a);
	up(&killable_b);
}

static struct semaphore timeout_a = __SEMAPHORE_INITIALIZER(timeout_a, 1);
static struct semaphore timeout_b = __SEMAPHORE_INITIALIZER(timeout_b, 1);

void timeout_forward(void)
{
	if (down_timeout(&timeout_a, HZ))
		return;
	up(&timeout_a);
	down(&timeout_b);
	up(&timeout_b);
}

void timeout_backward(void)
{
	down(&timeout_b);
	if (!(down_timeout(&timeout_a, HZ)))
		up(&timeout_a);
	up(&timeout_b);
}

static struct semaphore try_a = __SEMAPHORE_INITIALIZER(try_a, 1);
static struct semaphore try_b = __SEMAPHORE_INITIALIZER(try_b, 1);

void try_forward(void)
{
	if (down_trylock(&try_a))
		return;
	up(&try_a);
	down(&try_b);
	up(&try_b);
}

void try_backward(void)
{
	down(&try_b);
	down(&try_a);
	up(&try_a);
	up(&try_b);
}
