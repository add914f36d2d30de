// An interrupt takes the queue's lock, under which the log's lock is wanted, which a writer takes with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "press.h"

static DEFINE_SPINLOCK(queue_lock);
static int queued;

static irqreturn_t press_interrupt(int irq, void *data)
{
	spin_lock(&queue_lock);		// 1.2 wants queue_lock
	queued++;
	spin_unlock(&queue_lock);
	return IRQ_HANDLED;
}

int press_start(struct device *dev, int irq)
{
	return devm_request_irq(dev, irq, press_interrupt, 0, "press", dev);	// 1.1 starts press_interrupt
}

static ssize_t press_write(struct file *file, const char __user *data, size_t size, loff_t *at)
{
	unsigned long flags;

	spin_lock_irqsave(&queue_lock, flags);	// 2.1 holds queue_lock
	press_log(queued);			// 2.2 calls press_log
	spin_unlock_irqrestore(&queue_lock, flags);
	return size;
}
const struct file_operations press_fops = { .write = press_write };
//--- press.h
void press_log(int value);
//--- log.c
#include "kernel.h"
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include "press.h"

static DEFINE_SPINLOCK(log_lock);
static int logged;

void press_log(int value)
{
	spin_lock(&log_lock);		// 2.3 wants log_lock
	logged = value;
	spin_unlock(&log_lock);
}

static int log_show(struct seq_file *file, void *data)
{
	might_sleep();
	spin_lock(&log_lock);
			// 3.1 wants log_lock
			// BUG irq-inversion: queue_lock -> log_lock
	seq_printf(file, "%d\n", logged);
	spin_unlock(&log_lock);
	return 0;
}

static int log_open(struct inode *inode, struct file *file)
{
	return single_open(file, log_show, NULL);
}
const struct proc_ops log_ops = { .proc_open = log_open };
