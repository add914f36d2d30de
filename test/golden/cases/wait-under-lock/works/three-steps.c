// Lock a waits for the work, the work takes b, and a is taken under b.
#include "kernel.h"
#include "locks.h"

static void update(struct work_struct *work)	// 2.1 enters update; 2.2 holds update_work
{
	mutex_lock(&b);			// 2.3 wants b
	updates++;
	mutex_unlock(&b);
}
DECLARE_WORK(update_work, update);

void configure(void)
{
	mutex_lock(&a);			// 1.1 holds a
	flush_work(&update_work);	// 1.2 waits update_work
					// BUG wait-under-lock: a -> update_work -> b -> a
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
	mutex_lock(&b);			// 3.1 holds b
	mutex_lock(&a);			// 3.2 wants a
	updates = 0;
	mutex_unlock(&a);
	mutex_unlock(&b);
}
