// The helper of another file takes a spinlock, and its caller holds a spinlock.
// CLEAN
#include "kernel.h"
#include "firmware.h"
static DEFINE_SPINLOCK(ring);

void ring_reset(struct firmware_log *log)
{
	spin_lock(&ring);
	firmware_note(log, 1);
	spin_unlock(&ring);
}
//--- firmware.h
struct firmware_log {
	spinlock_t lock;
	int last;
};
void firmware_note(struct firmware_log *log, int what);
//--- firmware.c
#include "kernel.h"
#include "firmware.h"

void firmware_note(struct firmware_log *log, int what)
{
	spin_lock(&log->lock);
	log->last = what;
	spin_unlock(&log->lock);
}
