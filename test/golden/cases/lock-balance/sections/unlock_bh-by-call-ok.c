// A callee that calls others ends what spin_lock_bh() began, on all ways.
// CLEAN
#include "kernel.h"
#include <linux/spinlock.h>
#include "box.h"

int box_send(struct box *box)
{
	int error;

	spin_lock_bh(&box->lock);
	if (box->full)
		goto unlock;
	error = box_run_unlock(box);
	return error;
unlock:
	spin_unlock_bh(&box->lock);
	return -ENOSPC;
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
