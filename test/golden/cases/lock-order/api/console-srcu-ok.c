// The reader of the list of consoles is done before it takes the mutex.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/console.h>

static DEFINE_MUTEX(list_b);

void list_forward(void)
{
	int cookie;

	cookie = console_srcu_read_lock();
	console_srcu_read_unlock(cookie);
	mutex_lock(&list_b);
	mutex_unlock(&list_b);
}

void list_backward(struct console *console)
{
	mutex_lock(&list_b);
	unregister_console(console);
	mutex_unlock(&list_b);
}
