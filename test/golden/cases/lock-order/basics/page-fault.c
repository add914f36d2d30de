// Copying to user memory may fault and take mmap_lock; mmap comes with mmap_lock held.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/uaccess.h>
static DEFINE_MUTEX(device_mutex);
static char message[16];

static ssize_t device_read(struct file *file, char __user *to, size_t size, loff_t *offset)
{
	ssize_t left;

	mutex_lock(&device_mutex);	// 1.1 holds device_mutex
	left = copy_to_user(to, message, sizeof(message));
				// 1.2 wants mm_struct.mmap_lock
				// BUG lock-order: device_mutex -> mm_struct.mmap_lock -> device_mutex
	mutex_unlock(&device_mutex);
	return left ? -EFAULT : sizeof(message);
}

static int device_mmap(struct file *file, struct vm_area_struct *vma)	// 2.1 enters device_mmap; 2.2 holds mm_struct.mmap_lock
{
	mutex_lock(&device_mutex);	// 2.3 wants device_mutex
	mutex_unlock(&device_mutex);
	return 0;
}

const struct file_operations device_operations = {
	.read = device_read,
	.mmap = device_mmap,
};
