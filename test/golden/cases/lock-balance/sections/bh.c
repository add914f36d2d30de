// Bottom halves stay off where the queue is full.
#include "kernel.h"
struct backlog {
	int length, limit;
};

int backlog_add(struct backlog *backlog)
{
	local_bh_disable();		// 1.1 holds softirqs-off
	if (!backlog->limit) {
		local_bh_enable();
		return -ENODEV;
	}
	if (backlog->length == backlog->limit)
		return -ENOSPC;
					// BUG lock-balance: softirqs-off
	backlog->length++;
	local_bh_enable();		// 2.1 releases softirqs-off
	return 0;
}
