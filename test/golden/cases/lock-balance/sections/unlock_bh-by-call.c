// A callee ends what spin_lock_bh() began, but not if the box is full.
#include "kernel.h"
#include <linux/spinlock.h>
#include "box.h"

int box_send(struct box *box)
{
	spin_lock_bh(&box->lock);	// 1.1 holds box.lock
	if (box->full)
		return -ENOSPC;		// BUG lock-balance: box.lock
	return box_run_unlock(box);	// 2.1 releases box.lock
}
//--- box.h
struct box {
	spinlock_t lock;
	int full;
};
int box_run_unlock(struct box *box);
int box_wait(struct box *box);
//--- run.c
#include "kernel.h"
#include <linux/spinlock.h>
#include "box.h"

int box_run_unlock(struct box *box)
{
	box->full = 1;
	spin_unlock_bh(&box->lock);
	if (box_wait(box))
		return -EIO;
	return 0;
}
