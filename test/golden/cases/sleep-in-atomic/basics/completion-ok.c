// The reply is waited for after the spinlock that the request was queued with.
// CLEAN
#include "kernel.h"
#include <linux/completion.h>
#include "mailbox.h"

void mailbox_call(struct mailbox *box, int request)
{
	unsigned long flags;

	spin_lock_irqsave(&box->lock, flags);
	box->request = request;
	spin_unlock_irqrestore(&box->lock, flags);
	mailbox_wait(box);
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
	wait_for_completion(&box->done);
}
