//===- sampler.c - An ioctl and a work item that disagree ---------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// /dev/sampler counts the interrupts of a shared line. The handler puts a time
// stamp into a ring, a work item folds the ring into statistics, read() gives
// the statistics out, and an ioctl changes the window they are made over.
//
//   sampler.ring_lock    handler, work item      irqsave outside the handler
//   sampler.stats_lock   work item, read, ioctl  the numbers
//   sampler.config_lock  work item, ioctl        the window
//
// The inversion: sampler_set_window takes config_lock, then stats_lock, and
// sampler_work takes stats_lock, then config_lock. The rest is right.
//
//===----------------------------------------------------------------------===//
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/ioctl.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>

#define SAMPLER_SET_WINDOW	_IOW('s', 1, __u32)
#define SAMPLER_RING		64	/* a power of two */

static int irq = -1;
module_param(irq, int, 0444);
MODULE_PARM_DESC(irq, "A shared interrupt line to listen to");

struct sampler {
	struct miscdevice misc;
	struct work_struct work;

	spinlock_t ring_lock;
	ktime_t ring[SAMPLER_RING];
	unsigned int head;
	unsigned int tail;

	struct mutex stats_lock;
	ktime_t window_start;
	u64 in_window;
	u64 total;

	struct mutex config_lock;
	u32 window_ms;
};

static struct sampler *the_sampler;

static irqreturn_t sampler_interrupt(int line, void *dev_id)
{
	struct sampler *s = dev_id;

	spin_lock(&s->ring_lock);
	if (s->head - s->tail < SAMPLER_RING)
		s->ring[s->head++ % SAMPLER_RING] = ktime_get();
	spin_unlock(&s->ring_lock);

	schedule_work(&s->work);

	/* The line is shared and the device that raised it is another one */
	return IRQ_NONE;
}

/* Clean: the handler takes ring_lock too, so interrupts are off here. */
static bool sampler_pop(struct sampler *s, ktime_t *stamp)
{
	unsigned long flags;
	bool found = false;

	spin_lock_irqsave(&s->ring_lock, flags);
	if (s->head != s->tail) {
		*stamp = s->ring[s->tail++ % SAMPLER_RING];
		found = true;
	}
	spin_unlock_irqrestore(&s->ring_lock, flags);

	return found;
}

static void sampler_work(struct work_struct *work)
{
	struct sampler *s = container_of(work, struct sampler, work);
	ktime_t stamp;

	mutex_lock(&s->stats_lock);
	while (sampler_pop(s, &stamp)) {
		mutex_lock(&s->config_lock);
		if (ktime_ms_delta(stamp, s->window_start) >= s->window_ms) {
			s->window_start = stamp;
			s->in_window = 0;
		}
		mutex_unlock(&s->config_lock);

		s->in_window++;
		s->total++;
	}
	mutex_unlock(&s->stats_lock);
}

static int sampler_set_window(struct sampler *s, u32 window_ms)
{
	int err = 0;

	mutex_lock(&s->config_lock);
	if (!window_ms) {
		err = -EINVAL;
		goto out_unlock;
	}
	s->window_ms = window_ms;

	/* A new window makes the old count meaningless */
	mutex_lock(&s->stats_lock);
	s->window_start = ktime_get();
	s->in_window = 0;
	mutex_unlock(&s->stats_lock);

out_unlock:
	mutex_unlock(&s->config_lock);
	return err;
}

/* misc_open() has stored the miscdevice there. */
static struct sampler *to_sampler(struct file *file)
{
	return container_of(file->private_data, struct sampler, misc);
}

static long sampler_ioctl(struct file *file, unsigned int cmd,
			  unsigned long arg)
{
	struct sampler *s = to_sampler(file);
	u32 window_ms;

	switch (cmd) {
	case SAMPLER_SET_WINDOW:
		if (get_user(window_ms, (u32 __user *)arg))
			return -EFAULT;
		return sampler_set_window(s, window_ms);
	default:
		return -ENOTTY;
	}
}

static ssize_t sampler_read(struct file *file, char __user *buf, size_t len,
			    loff_t *pos)
{
	struct sampler *s = to_sampler(file);
	char text[64];
	int n;

	if (mutex_lock_interruptible(&s->stats_lock))
		return -ERESTARTSYS;
	n = scnprintf(text, sizeof(text), "%llu %llu\n", s->in_window,
		      s->total);
	mutex_unlock(&s->stats_lock);

	return simple_read_from_buffer(buf, len, pos, text, n);
}

static const struct file_operations sampler_fops = {
	.owner		= THIS_MODULE,
	.read		= sampler_read,
	.unlocked_ioctl	= sampler_ioctl,
};

static int __init sampler_init(void)
{
	struct sampler *s;
	int err;

	s = kzalloc(sizeof(*s), GFP_KERNEL);
	if (!s)
		return -ENOMEM;

	spin_lock_init(&s->ring_lock);
	mutex_init(&s->stats_lock);
	mutex_init(&s->config_lock);
	INIT_WORK(&s->work, sampler_work);
	s->window_ms = 1000;
	s->window_start = ktime_get();
	s->misc.minor = MISC_DYNAMIC_MINOR;
	s->misc.name = "sampler";
	s->misc.fops = &sampler_fops;

	err = request_irq(irq, sampler_interrupt, IRQF_SHARED, "sampler", s);
	if (err)
		goto err_free;

	err = misc_register(&s->misc);
	if (err)
		goto err_irq;

	the_sampler = s;
	return 0;

err_irq:
	free_irq(irq, s);
	cancel_work_sync(&s->work);
err_free:
	kfree(s);
	return err;
}

static void __exit sampler_exit(void)
{
	struct sampler *s = the_sampler;

	misc_deregister(&s->misc);
	free_irq(irq, s);
	cancel_work_sync(&s->work);
	kfree(s);
}

module_init(sampler_init);
module_exit(sampler_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("An interrupt counter with two mutexes in opposite orders");
