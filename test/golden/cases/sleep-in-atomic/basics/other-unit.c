// The helper of another file takes a mutex, and its caller holds a spinlock.
#include "kernel.h"
#include "firmware.h"
static DEFINE_SPINLOCK(ring);

void ring_reset(struct firmware_log *log)
{
	spin_lock(&ring);		// 1.1 holds ring
	firmware_note(log, 1);		// 1.2 calls firmware_note
					// BUG sleep-in-atomic: mutex_lock() in ring
	spin_unlock(&ring);
}
//--- firmware.h
struct firmware_log {
	struct mutex lock;
	int last;
};
void firmware_note(struct firmware_log *log, int what);
//--- firmware.c
#include "kernel.h"
#include "firmware.h"

void firmware_note(struct firmware_log *log, int what)
{
	mutex_lock(&log->lock);		// 1.3 sleeps mutex_lock()
	log->last = what;
	mutex_unlock(&log->lock);
}
