// A helper locks when it succeeds, and its caller forgets the unlock on one path.
#include "kernel.h"
struct uart {
	struct mutex lock;
	bool gone;
	int baud;
};

static noinline int uart_enter(struct uart *uart)
{
	mutex_lock(&uart->lock);	// 1.2 holds uart.lock
	if (uart->gone) {
		mutex_unlock(&uart->lock);
		return -ENODEV;
	}
	return 0;
}

int uart_set_baud(struct uart *uart, int baud)
{
	int err = uart_enter(uart);	// 1.1 calls uart_enter

	if (err)
		return err;
	if (baud > 115200)
		return -EINVAL;
					// BUG lock-balance: uart.lock
	uart->baud = baud;
	mutex_unlock(&uart->lock);	// 2.1 releases uart.lock
	return 0;
}
