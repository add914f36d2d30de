// The callee gives the caller's lock back when it fails, and the caller does it again.
#include "kernel.h"
struct printer {
	struct mutex lock;
	int paper;
};

static noinline int printer_feed(struct printer *printer)
{
	if (!printer->paper) {
		mutex_unlock(&printer->lock);
		return -ENOSPC;
	}
	printer->paper--;
	return 0;
}

int printer_print(struct printer *printer)
{
	int err;

	mutex_lock(&printer->lock);	// 1.1 holds printer.lock
	err = printer_feed(printer);	// 1.2 releases printer.lock
	if (err)
		goto out;
	pr_debug("%d sheets left\n", printer->paper);
out:
	mutex_unlock(&printer->lock);	// 1.3 releases printer.lock
					// BUG lock-balance low: printer.lock; a condition that was
					//    not understood may keep the paths apart
	return err;
}
