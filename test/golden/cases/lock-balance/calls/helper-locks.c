// A helper locks when it succeeds, and its caller forgets the unlock on one path.
#include "kernel.h" // MISS lock-balance: x
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
		return -EINVAL;
	uart->baud = baud;
	mutex_unlock(&uart->lock);
	return 0;
}
