// A helper locks when it succeeds, and its caller unlocks on every path.
// CLEAN
#include "kernel.h"
struct uart {
	struct mutex lock;
	bool gone;
	int baud;
};

static noinline int uart_enter(struct uart *uart)
{
	mutex_lock(&uart->lock);
	if (uart->gone) {
		mutex_unlock(&uart->lock);
		return -ENODEV;
	}
	return 0;
}

int uart_set_baud(struct uart *uart, int baud)
{
	int err = uart_enter(uart);

	if (err)
		return err;
	if (baud > 115200)
		err = -EINVAL;
	else
		uart->baud = baud;
	mutex_unlock(&uart->lock);
	return err;
}
