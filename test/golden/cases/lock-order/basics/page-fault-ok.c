// Nothing is held where copying to user memory may fault.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/uaccess.h>
static DEFINE_MUTEX(device_mutex);
static char message[16];

static ssize_t device_read(struct file *file, char __user *to, size_t size, loff_t *offset)
{
	ssize_t left;

	mutex_lock(&device_mutex);
	mutex_unlock(&device_mutex);
	left = copy_to_user(to, message, sizeof(message));
	return left ? -EFAULT : sizeof(message);
}

static int device_mmap(struct file *file, struct vm_area_struct *vma)
{
	mutex_lock(&device_mutex);
	mutex_unlock(&device_mutex);
	return 0;
}

const struct file_operations device_operations = {
	.read = device_read,
	.mmap = device_mmap,
};
