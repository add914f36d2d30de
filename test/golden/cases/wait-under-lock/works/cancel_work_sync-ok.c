// The device is stopped after it has given back the mutex that its work takes.
// CLEAN
#include "kernel.h"
#include "scanner.h"

static void scanner_scan(struct work_struct *work)
{
	struct scanner *scanner = container_of(work, struct scanner, work);

	mutex_lock(&scanner->lock);
	scanner->found++;
	mutex_unlock(&scanner->lock);
}

void scanner_setup(struct scanner *scanner)
{
	INIT_WORK(&scanner->work, scanner_scan);
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
	mutex_lock(&scanner->lock);
	scanner->found = 0;
	mutex_unlock(&scanner->lock);
	cancel_work_sync(&scanner->work);
}
