// Every way to take the RTNL, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rtnetlink.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	rtnl_lock();
	rtnl_unlock();
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	rtnl_lock();
	rtnl_unlock();
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (rtnl_lock_killable())
		return;
	rtnl_unlock();
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(void)
{
	mutex_lock(&killable_b);
	if (!rtnl_lock_killable())
		rtnl_unlock();
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!rtnl_trylock())
		return;
	rtnl_unlock();
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(void)
{
	mutex_lock(&try_b);
	rtnl_lock();
	rtnl_unlock();
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(quick_b);

void quick_forward(void)
{
	rtnl_lock();
	__rtnl_unlock();
	mutex_lock(&quick_b);
	mutex_unlock(&quick_b);
}

void quick_backward(void)
{
	mutex_lock(&quick_b);
	rtnl_lock();
	__rtnl_unlock();
	mutex_unlock(&quick_b);
}

static refcount_t last_users;
static DEFINE_MUTEX(last_b);

void last_forward(void)
{
	if (!refcount_dec_and_rtnl_lock(&last_users))
		return;
	rtnl_unlock();
	mutex_lock(&last_b);
	mutex_unlock(&last_b);
}

void last_backward(void)
{
	mutex_lock(&last_b);
	if (refcount_dec_and_rtnl_lock(&last_users))
		rtnl_unlock();
	mutex_unlock(&last_b);
}
