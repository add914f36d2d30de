// A wrapper of another file takes the lock, with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "uart.h"
static struct uart the_uart;

static ssize_t uart_write(struct file *file, const char __user *data, size_t size, loff_t *at)
{
	uart_lock(&the_uart);
	the_uart.sent += size;
	uart_unlock(&the_uart);
	return size;
}
const struct file_operations uart_fops = { .write = uart_write };

static irqreturn_t uart_interrupt(int irq, void *data)
{
	struct uart *uart = data;

	spin_lock(&uart->lock);
	uart->sent = 0;
	spin_unlock(&uart->lock);
	return IRQ_HANDLED;
}

int uart_start(int irq)
{
	return request_irq(irq, uart_interrupt, 0, "uart", &the_uart);
}
//--- uart.h
struct uart {
	spinlock_t lock;
	int sent;
};
void uart_lock(struct uart *uart);
void uart_unlock(struct uart *uart);
//--- lock.c
#include "kernel.h"
#include "uart.h"

void uart_lock(struct uart *uart)
{
	spin_lock_irq(&uart->lock);
}

void uart_unlock(struct uart *uart)
{
	spin_unlock_irq(&uart->lock);
}
