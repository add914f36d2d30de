// The handler turns interrupts off itself, which it need not; the open does.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "key.h"

static int key_open(struct inode *inode, struct file *file)
{
	spin_lock_irq(&key_lock);
	key_users++;
	spin_unlock_irq(&key_lock);
	return 0;
}
const struct file_operations key_fops = { .open = key_open };
//--- key.h
extern spinlock_t key_lock;
extern int key_users;
//--- interrupt.c
#include "kernel.h"
#include "key.h"
DEFINE_SPINLOCK(key_lock);
int key_users;

static irqreturn_t key_interrupt(int irq, void *data)
{
	unsigned long flags;

	spin_lock_irqsave(&key_lock, flags);
	key_users = 0;
	spin_unlock_irqrestore(&key_lock, flags);
	return IRQ_HANDLED;
}

int key_start(int irq, void *cookie)
{
	return request_irq(irq, key_interrupt, 0, "key", cookie);
}
