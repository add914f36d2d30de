// Since 6.13 the wait for the RTNL may be interrupted: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/rtnetlink.h>

int rtnl_lock_interruptible(void);

static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (rtnl_lock_interruptible())	// hold2.1 holds rtnl_mutex
		return;
	mutex_lock(&hold_b);	// hold2.2 wants hold_b
	mutex_unlock(&hold_b);
	rtnl_unlock();
}

void hold_backward(void)
{
	mutex_lock(&hold_b);	// hold1.1 holds hold_b
	rtnl_lock();	// hold1.2 wants rtnl_mutex
					// BUG[hold] lock-order: hold_b -> rtnl_mutex -> hold_b
	rtnl_unlock();
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	rtnl_lock();	// want1.1 holds rtnl_mutex
	mutex_lock(&want_b);	// want1.2 wants want_b
					// BUG[want] lock-order: rtnl_mutex -> want_b -> rtnl_mutex
	mutex_unlock(&want_b);
	rtnl_unlock();
}

void want_backward(void)
{
	mutex_lock(&want_b);	// want2.1 holds want_b
	if (!rtnl_lock_interruptible())	// want2.2 wants rtnl_mutex
		rtnl_unlock();
	mutex_unlock(&want_b);
}
