//===- leaked_lock.c - A release forgotten on a failure path ------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// The article's third mistake. When kmalloc fails, leaked_lock_write returns
// with note_lock held, and the next to take it waits for ever.
// leaked_lock_read leaves by one exit and does it right.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define NOTE_MAX 256

static DEFINE_MUTEX(note_lock);
static char *note;
static size_t note_len;

static ssize_t leaked_lock_write(struct file *file, const char __user *buf,
				 size_t len, loff_t *pos)
{
	char *copy;

	if (len > NOTE_MAX)
		return -EINVAL;

	mutex_lock(&note_lock);

	copy = kmalloc(len, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;	/* Wrong: note_lock is still held */

	if (copy_from_user(copy, buf, len)) {
		kfree(copy);
		mutex_unlock(&note_lock);
		return -EFAULT;
	}

	kfree(note);
	note = copy;
	note_len = len;
	mutex_unlock(&note_lock);

	return len;
}

static ssize_t leaked_lock_read(struct file *file, char __user *buf,
				size_t len, loff_t *pos)
{
	ssize_t ret;

	mutex_lock(&note_lock);

	if (!note) {
		ret = -ENODATA;
		goto out_unlock;
	}

	ret = simple_read_from_buffer(buf, len, pos, note, note_len);

out_unlock:
	mutex_unlock(&note_lock);
	return ret;
}

static const struct file_operations leaked_lock_fops = {
	.owner	= THIS_MODULE,
	.read	= leaked_lock_read,
	.write	= leaked_lock_write,
};

static struct miscdevice leaked_lock_device = {
	.minor	= MISC_DYNAMIC_MINOR,
	.name	= "leaked_lock",
	.fops	= &leaked_lock_fops,
};

static int __init leaked_lock_init(void)
{
	return misc_register(&leaked_lock_device);
}

static void __exit leaked_lock_exit(void)
{
	misc_deregister(&leaked_lock_device);
	kfree(note);
}

module_init(leaked_lock_init);
module_exit(leaked_lock_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A mutex that stays locked when memory runs out");
