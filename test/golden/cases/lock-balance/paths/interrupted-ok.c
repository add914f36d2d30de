// A signal ends mutex_lock_interruptible(), and the function returns at once.
// CLEAN
#include "kernel.h"
struct lcd {
	struct mutex lock;
	char text[16];
};

ssize_t lcd_write(struct lcd *lcd, char c)
{
	int err;

	err = mutex_lock_interruptible(&lcd->lock);
	if (err)
		return err;
	lcd->text[0] = c;
	mutex_unlock(&lcd->lock);
	return err;
}
