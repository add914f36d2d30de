// Every way to lock an inode, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct inode *inode)
{
	inode_lock(inode);
	inode_unlock(inode);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct inode *inode)
{
	mutex_lock(&plain_b);
	inode_lock(inode);
	inode_unlock(inode);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct inode *inode)
{
	inode_lock_nested(inode, I_MUTEX_PARENT);
	inode_unlock(inode);
	mutex_lock(&nested_b);
	mutex_unlock(&nested_b);
}

void nested_backward(struct inode *inode)
{
	mutex_lock(&nested_b);
	inode_lock_nested(inode, I_MUTEX_PARENT);
	inode_unlock(inode);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct inode *inode)
{
	if (inode_lock_killable(inode))
		return;
	inode_unlock(inode);
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(struct inode *inode)
{
	mutex_lock(&killable_b);
	if (!inode_lock_killable(inode))
		inode_unlock(inode);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct inode *inode)
{
	if (!inode_trylock(inode))
		return;
	inode_unlock(inode);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct inode *inode)
{
	mutex_lock(&try_b);
	inode_lock(inode);
	inode_unlock(inode);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(shared_b);

void shared_forward(struct inode *inode)
{
	inode_lock_shared(inode);
	inode_unlock_shared(inode);
	mutex_lock(&shared_b);
	mutex_unlock(&shared_b);
}

void shared_backward(struct inode *inode)
{
	mutex_lock(&shared_b);
	inode_lock(inode);
	inode_unlock(inode);
	mutex_unlock(&shared_b);
}

static DEFINE_MUTEX(shared_want_b);

void shared_want_forward(struct inode *inode)
{
	inode_lock(inode);
	inode_unlock(inode);
	mutex_lock(&shared_want_b);
	mutex_unlock(&shared_want_b);
}

void shared_want_backward(struct inode *inode)
{
	mutex_lock(&shared_want_b);
	inode_lock_shared(inode);
	inode_unlock_shared(inode);
	mutex_unlock(&shared_want_b);
}

static DEFINE_MUTEX(shared_killable_b);

void shared_killable_forward(struct inode *inode)
{
	if (inode_lock_shared_killable(inode))
		return;
	inode_unlock_shared(inode);
	mutex_lock(&shared_killable_b);
	mutex_unlock(&shared_killable_b);
}

void shared_killable_backward(struct inode *inode)
{
	mutex_lock(&shared_killable_b);
	inode_lock(inode);
	inode_unlock(inode);
	mutex_unlock(&shared_killable_b);
}

static DEFINE_MUTEX(shared_try_b);

void shared_try_forward(struct inode *inode)
{
	if (!inode_trylock_shared(inode))
		return;
	inode_unlock_shared(inode);
	mutex_lock(&shared_try_b);
	mutex_unlock(&shared_try_b);
}

void shared_try_backward(struct inode *inode)
{
	mutex_lock(&shared_try_b);
	inode_lock(inode);
	inode_unlock(inode);
	mutex_unlock(&shared_try_b);
}

static DEFINE_MUTEX(shared_nested_b);

void shared_nested_forward(struct inode *inode)
{
	inode_lock_shared_nested(inode, I_MUTEX_CHILD);
	inode_unlock_shared(inode);
	mutex_lock(&shared_nested_b);
	mutex_unlock(&shared_nested_b);
}

void shared_nested_backward(struct inode *inode)
{
	mutex_lock(&shared_nested_b);
	inode_lock_nested(inode, I_MUTEX_CHILD);
	inode_unlock(inode);
	mutex_unlock(&shared_nested_b);
}
