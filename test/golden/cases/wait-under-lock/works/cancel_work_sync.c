// The device is stopped under the mutex that its work takes.
#include "kernel.h"
#include "scanner.h"

static void scanner_scan(struct work_struct *work)	// 2.2 holds scanner.work
{
	struct scanner *scanner = container_of(work, struct scanner, work);

	mutex_lock(&scanner->lock);	// 2.3 wants scanner.lock
	scanner->found++;
	mutex_unlock(&scanner->lock);
}

void scanner_setup(struct scanner *scanner)
{
	INIT_WORK(&scanner->work, scanner_scan);	// 2.1 starts scanner_scan
}
//--- scanner.h
struct scanner {
	struct work_struct work;
	struct mutex lock;
	int found;
};
//--- stop.c
#include "kernel.h"
#include "scanner.h"

void scanner_stop(struct scanner *scanner)
{
	mutex_lock(&scanner->lock);	// 1.1 holds scanner.lock
	scanner->found = 0;
	cancel_work_sync(&scanner->work);	// 1.2 waits scanner.work
					// BUG wait-under-lock: scanner.lock -> scanner.work -> scanner.lock
	mutex_unlock(&scanner->lock);
}
