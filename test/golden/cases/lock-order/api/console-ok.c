// The locks of the consoles, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/console.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	console_lock();
	console_unlock();
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	console_lock();
	console_unlock();
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!console_trylock())
		return;
	console_unlock();
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(void)
{
	mutex_lock(&try_b);
	console_lock();
	console_unlock();
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(list_b);

void list_forward(void)
{
	console_list_lock();
	console_list_unlock();
	mutex_lock(&list_b);
	mutex_unlock(&list_b);
}

void list_backward(void)
{
	mutex_lock(&list_b);
	console_list_lock();
	console_list_unlock();
	mutex_unlock(&list_b);
}
