// An error path of a function runs with the spinlock that the function holds.
// CLEAN
#include "kernel.h"
struct mailbox {
	spinlock_t lock;
	int pending, errors;
};

void mailbox_push(struct mailbox *box, int message)
{
	spin_lock(&box->lock);
	if (message < 0) {
		box->errors++;
	} else {
		box->pending++;
	}
	spin_unlock(&box->lock);
}
