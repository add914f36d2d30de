// The callee gives the caller's lock back when it fails, and the caller knows.
// CLEAN
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

	mutex_lock(&printer->lock);
	err = printer_feed(printer);
	if (err)
		return err;
	pr_debug("%d sheets left\n", printer->paper);
	mutex_unlock(&printer->lock);
	return 0;
}
