// A signal ends mutex_lock_interruptible(), and the error path unlocks all the same.
#include "kernel.h"
struct lcd {
	struct mutex lock;
	char text[16];
};

ssize_t lcd_write(struct lcd *lcd, char c)
{
	int err;

	err = mutex_lock_interruptible(&lcd->lock);	// 2.1 holds lcd.lock
	if (err)
		goto out;
	lcd->text[0] = c;
out:
	mutex_unlock(&lcd->lock);			// 1.1 releases lcd.lock
							// BUG lock-balance medium: lcd.lock; a condition
							//    that was not understood may keep the
							//    paths apart
	return err;
}
