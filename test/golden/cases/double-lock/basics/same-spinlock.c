// An error path of a function takes the spinlock that the function holds.
#include "kernel.h" // MISS double-lock: x
struct mailbox {
	spinlock_t lock;
	int pending, errors;
};

void mailbox_push(struct mailbox *box, int message)
{
	spin_lock(&box->lock);
	if (message < 0) {
		spin_lock(&box->lock);
		box->errors++;
		spin_unlock(&box->lock);
	} else {
		box->pending++;
	}
	spin_unlock(&box->lock);
}
