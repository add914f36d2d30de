// An error path of a function takes the spinlock that the function holds.
#include "kernel.h"
struct mailbox {
	spinlock_t lock;
	int pending, errors;
};

void mailbox_push(struct mailbox *box, int message)
{
	spin_lock(&box->lock);		// 1.1 holds mailbox.lock
	if (message < 0) {
		spin_lock(&box->lock);	// 1.2 wants mailbox.lock
					// BUG double-lock: mailbox.lock
		box->errors++;
		spin_unlock(&box->lock);
	} else {
		box->pending++;
	}
	spin_unlock(&box->lock);
}
