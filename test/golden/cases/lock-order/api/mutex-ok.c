// Every way to take a mutex, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	mutex_lock(&plain_a);
	mutex_unlock(&plain_a);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	mutex_lock(&plain_a);
	mutex_unlock(&plain_a);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(interruptible_a);
static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(void)
{
	if (mutex_lock_interruptible(&interruptible_a))
		return;
	mutex_unlock(&interruptible_a);
	mutex_lock(&interruptible_b);
	mutex_unlock(&interruptible_b);
}

void interruptible_backward(void)
{
	mutex_lock(&interruptible_b);
	if (!(mutex_lock_interruptible(&interruptible_a)))
		mutex_unlock(&interruptible_a);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(killable_a);
static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (mutex_lock_killable(&killable_a))
		return;
	mutex_unlock(&killable_a);
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(void)
{
	mutex_lock(&killable_b);
	if (!(mutex_lock_killable(&killable_a)))
		mutex_unlock(&killable_a);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(io_a);
static DEFINE_MUTEX(io_b);

void io_forward(void)
{
	mutex_lock_io(&io_a);
	mutex_unlock(&io_a);
	mutex_lock(&io_b);
	mutex_unlock(&io_b);
}

void io_backward(void)
{
	mutex_lock(&io_b);
	mutex_lock_io(&io_a);
	mutex_unlock(&io_a);
	mutex_unlock(&io_b);
}

static DEFINE_MUTEX(try_a);
static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!mutex_trylock(&try_a))
		return;
	mutex_unlock(&try_a);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(void)
{
	mutex_lock(&try_b);
	mutex_lock(&try_a);
	mutex_unlock(&try_a);
	mutex_unlock(&try_b);
}
