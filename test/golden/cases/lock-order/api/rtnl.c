// Every way to take the RTNL: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/rtnetlink.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	rtnl_lock();			// plain2.1 holds rtnl_mutex
	mutex_lock(&plain_b);		// plain2.2 wants plain_b
	mutex_unlock(&plain_b);
	rtnl_unlock();
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain1.1 holds plain_b
	rtnl_lock();			// plain1.2 wants rtnl_mutex
					// BUG[plain] lock-order: plain_b -> rtnl_mutex -> plain_b
	rtnl_unlock();
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (rtnl_lock_killable())	// killable2.1 holds rtnl_mutex
		return;
	mutex_lock(&killable_b);	// killable2.2 wants killable_b
	mutex_unlock(&killable_b);
	rtnl_unlock();
}

void killable_backward(void)
{
	mutex_lock(&killable_b);	// killable1.1 holds killable_b
	if (!rtnl_lock_killable())	// killable1.2 wants rtnl_mutex
					// BUG[killable] lock-order: killable_b -> rtnl_mutex -> killable_b
		rtnl_unlock();
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!rtnl_trylock())		// try1.1 holds rtnl_mutex
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: rtnl_mutex -> try_b -> rtnl_mutex
	mutex_unlock(&try_b);
	rtnl_unlock();
}

void try_backward(void)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	rtnl_lock();			// try2.2 wants rtnl_mutex
	rtnl_unlock();
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(quick_b);

void quick_forward(void)
{
	rtnl_lock();			// quick2.1 holds rtnl_mutex
	mutex_lock(&quick_b);		// quick2.2 wants quick_b
	mutex_unlock(&quick_b);
	__rtnl_unlock();
}

void quick_backward(void)
{
	mutex_lock(&quick_b);		// quick1.1 holds quick_b
	rtnl_lock();			// quick1.2 wants rtnl_mutex
					// BUG[quick] lock-order: quick_b -> rtnl_mutex -> quick_b
	__rtnl_unlock();
	mutex_unlock(&quick_b);
}

static refcount_t last_users;
static DEFINE_MUTEX(last_b);

void last_forward(void)
{
	if (!refcount_dec_and_rtnl_lock(&last_users))	// last2.1 holds rtnl_mutex
		return;
	mutex_lock(&last_b);		// last2.2 wants last_b
	mutex_unlock(&last_b);
	rtnl_unlock();
}

void last_backward(void)
{
	mutex_lock(&last_b);		// last1.1 holds last_b
	if (refcount_dec_and_rtnl_lock(&last_users))	// last1.2 wants rtnl_mutex
					// BUG[last] lock-order: last_b -> rtnl_mutex -> last_b
		rtnl_unlock();
	mutex_unlock(&last_b);
}
