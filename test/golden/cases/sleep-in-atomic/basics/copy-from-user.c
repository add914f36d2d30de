// The ioctl copies its arguments under the spinlock.
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

	spin_lock(&settings_lock);	// 1.1 holds settings_lock
	if (copy_from_user(&new, from, sizeof(new)))	// 1.2 sleeps copy_from_user()
					// BUG sleep-in-atomic: copy_from_user() in settings_lock
		error = -EFAULT;
	if (!error)
		settings = new;
	spin_unlock(&settings_lock);
	return error;
}
