// The locks of the consoles: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/console.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	console_lock();			// plain1.1 holds console_sem
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: console_sem -> plain_b -> console_sem
	mutex_unlock(&plain_b);
	console_unlock();
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	console_lock();			// plain2.2 wants console_sem
	console_unlock();
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!console_trylock())		// try1.1 holds console_sem
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: console_sem -> try_b -> console_sem
	mutex_unlock(&try_b);
	console_unlock();
}

void try_backward(void)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	console_lock();			// try2.2 wants console_sem
	console_unlock();
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(list_b);

void list_forward(void)
{
	console_list_lock();		// list1.1 holds console_mutex
	mutex_lock(&list_b);		// list1.2 wants list_b
					// BUG[list] lock-order: console_mutex -> list_b -> console_mutex
	mutex_unlock(&list_b);
	console_list_unlock();
}

void list_backward(void)
{
	mutex_lock(&list_b);		// list2.1 holds list_b
	console_list_lock();		// list2.2 wants console_mutex
	console_list_unlock();
	mutex_unlock(&list_b);
}
