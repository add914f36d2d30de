// Bottom halves are on again wherever the function returns.
// CLEAN
#include "kernel.h"
struct backlog {
	int length, limit;
};

int backlog_add(struct backlog *backlog)
{
	int err = 0;

	local_bh_disable();
	if (!backlog->limit)
		err = -ENODEV;
	else if (backlog->length == backlog->limit)
		err = -ENOSPC;
	else
		backlog->length++;
	local_bh_enable();
	return err;
}
