// The reply is waited for under the spinlock that the request was queued with.
#include "kernel.h"
#include <linux/completion.h>
#include "mailbox.h"

void mailbox_call(struct mailbox *box, int request)
{
	unsigned long flags;

	spin_lock_irqsave(&box->lock, flags);	// 1.1 holds mailbox.lock
	box->request = request;
	mailbox_wait(box);		// 1.2 calls mailbox_wait
					// BUG sleep-in-atomic: wait_for_completion() in mailbox.lock
	spin_unlock_irqrestore(&box->lock, flags);
}
//--- mailbox.h
struct mailbox {
	spinlock_t lock;
	struct completion done;
	int request;
};
void mailbox_wait(struct mailbox *box);
//--- wait.c
#include "kernel.h"
#include <linux/completion.h>
#include "mailbox.h"

void mailbox_wait(struct mailbox *box)
{
	wait_for_completion(&box->done);	// 1.3 sleeps wait_for_completion()
}
