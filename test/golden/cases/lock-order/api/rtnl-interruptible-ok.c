// Since 6.13 the wait for the RTNL may be interrupted: given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rtnetlink.h>

int rtnl_lock_interruptible(void);

static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (rtnl_lock_interruptible())
		return;
	rtnl_unlock();
	mutex_lock(&hold_b);
	mutex_unlock(&hold_b);
}

void hold_backward(void)
{
	mutex_lock(&hold_b);
	rtnl_lock();
	rtnl_unlock();
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	rtnl_lock();
	rtnl_unlock();
	mutex_lock(&want_b);
	mutex_unlock(&want_b);
}

void want_backward(void)
{
	mutex_lock(&want_b);
	if (!rtnl_lock_interruptible())
		rtnl_unlock();
	mutex_unlock(&want_b);
}
