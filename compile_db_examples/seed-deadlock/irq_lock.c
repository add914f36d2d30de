//===- irq_lock.c - A lock that its interrupt handler takes too ---*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// The article's second mistake. irq_lock_read takes event_lock with interrupts
// on; when the interrupt comes on the same CPU before the unlock, its handler
// spins for a lock that cannot be released until the handler returns.
// irq_lock_write does it right.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/miscdevice.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>

static int irq = -1;
module_param(irq, int, 0444);
MODULE_PARM_DESC(irq, "A shared interrupt line to listen to");

static DEFINE_SPINLOCK(event_lock);
static unsigned int event_count;

static irqreturn_t irq_lock_handler(int line, void *dev_id)
{
	spin_lock(&event_lock);
	event_count++;
	spin_unlock(&event_lock);

	/* The line is shared and the device that raised it is another one */
	return IRQ_NONE;
}

static ssize_t irq_lock_read(struct file *file, char __user *buf, size_t len,
			     loff_t *pos)
{
	char text[16];
	int n;

	/* Wrong: the handler may come in here, on this CPU */
	spin_lock(&event_lock);
	n = scnprintf(text, sizeof(text), "%u\n", event_count);
	spin_unlock(&event_lock);

	return simple_read_from_buffer(buf, len, pos, text, n);
}

static ssize_t irq_lock_write(struct file *file, const char __user *buf,
			      size_t len, loff_t *pos)
{
	unsigned long flags;

	/* Right: no interrupt on this CPU until the lock is released */
	spin_lock_irqsave(&event_lock, flags);
	event_count = 0;
	spin_unlock_irqrestore(&event_lock, flags);

	return len;
}

static const struct file_operations irq_lock_fops = {
	.owner	= THIS_MODULE,
	.read	= irq_lock_read,
	.write	= irq_lock_write,
};

static struct miscdevice irq_lock_device = {
	.minor	= MISC_DYNAMIC_MINOR,
	.name	= "irq_lock",
	.fops	= &irq_lock_fops,
};

static int __init irq_lock_init(void)
{
	int err;

	err = request_irq(irq, irq_lock_handler, IRQF_SHARED, "irq_lock",
			  &irq_lock_device);
	if (err)
		return err;

	err = misc_register(&irq_lock_device);
	if (err)
		free_irq(irq, &irq_lock_device);

	return err;
}

static void __exit irq_lock_exit(void)
{
	misc_deregister(&irq_lock_device);
	free_irq(irq, &irq_lock_device);
}

module_init(irq_lock_init);
module_exit(irq_lock_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A lock shared with an interrupt handler, taken with interrupts on");
