// The ioctl copies its arguments before it takes the spinlock.
// CLEAN
#include "kernel.h"
#include <linux/uaccess.h>
static DEFINE_SPINLOCK(settings_lock);
struct settings {
	int rate, depth;
};
static struct settings settings;

int settings_set(const void __user *from)
{
	struct settings new;
	int error = 0;

	if (copy_from_user(&new, from, sizeof(new)))
		error = -EFAULT;
	spin_lock(&settings_lock);
	if (!error)
		settings = new;
	spin_unlock(&settings_lock);
	return error;
}
