// A reader of the list of consoles takes a mutex, under which a console goes.
// CONFIGS: all
#include "kernel.h"
#include <linux/console.h>

static DEFINE_MUTEX(list_b);

void list_forward(void)
{
	int cookie;

	cookie = console_srcu_read_lock();
	mutex_lock(&list_b);
					// MISS lock-order: unregister_console() waits for readers, but is no lock
	mutex_unlock(&list_b);
	console_srcu_read_unlock(cookie);
}

void list_backward(struct console *console)
{
	mutex_lock(&list_b);
	unregister_console(console);
	mutex_unlock(&list_b);
}
