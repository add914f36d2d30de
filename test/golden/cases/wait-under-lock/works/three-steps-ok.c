// Lock a waits for the work, the work takes b, and b is taken under a, too.
// CLEAN
#include "kernel.h"
#include "locks.h"

static void update(struct work_struct *work)
{
	mutex_lock(&b);
	updates++;
	mutex_unlock(&b);
}
DECLARE_WORK(update_work, update);

void configure(void)
{
	mutex_lock(&a);
	flush_work(&update_work);
	mutex_unlock(&a);
}
//--- locks.h
extern struct mutex a, b;
extern struct work_struct update_work;
extern int updates;
//--- locks.c
#include "kernel.h"
#include "locks.h"
DEFINE_MUTEX(a);
DEFINE_MUTEX(b);
int updates;

void reconfigure(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	updates = 0;
	mutex_unlock(&b);
	mutex_unlock(&a);
}
