// Every way to lock an inode: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/fs.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct inode *inode)
{
	inode_lock(inode);		// plain1.1 holds inode.i_rwsem
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: inode.i_rwsem -> plain_b -> inode.i_rwsem
	mutex_unlock(&plain_b);
	inode_unlock(inode);
}

void plain_backward(struct inode *inode)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	inode_lock(inode);		// plain2.2 wants inode.i_rwsem
	inode_unlock(inode);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_b);

void nested_forward(struct inode *inode)
{
	inode_lock_nested(inode, I_MUTEX_PARENT);	// nested1.1 holds inode.i_rwsem/1
	mutex_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: inode.i_rwsem/1 -> nested_b -> inode.i_rwsem/1
	mutex_unlock(&nested_b);
	inode_unlock(inode);
}

void nested_backward(struct inode *inode)
{
	mutex_lock(&nested_b);		// nested2.1 holds nested_b
	inode_lock_nested(inode, I_MUTEX_PARENT);	// nested2.2 wants inode.i_rwsem/1
	inode_unlock(inode);
	mutex_unlock(&nested_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct inode *inode)
{
	if (inode_lock_killable(inode))	// killable1.1 holds inode.i_rwsem
		return;
	mutex_lock(&killable_b);	// killable1.2 wants killable_b
					// BUG[killable] lock-order: inode.i_rwsem -> killable_b -> inode.i_rwsem
	mutex_unlock(&killable_b);
	inode_unlock(inode);
}

void killable_backward(struct inode *inode)
{
	mutex_lock(&killable_b);	// killable2.1 holds killable_b
	if (!inode_lock_killable(inode))	// killable2.2 wants inode.i_rwsem
		inode_unlock(inode);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct inode *inode)
{
	if (!inode_trylock(inode))	// try1.1 holds inode.i_rwsem
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: inode.i_rwsem -> try_b -> inode.i_rwsem
	mutex_unlock(&try_b);
	inode_unlock(inode);
}

void try_backward(struct inode *inode)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	inode_lock(inode);		// try2.2 wants inode.i_rwsem
	inode_unlock(inode);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(shared_b);

void shared_forward(struct inode *inode)
{
	inode_lock_shared(inode);	// shared1.1 holds inode.i_rwsem
	mutex_lock(&shared_b);		// shared1.2 wants shared_b
					// BUG[shared] lock-order: inode.i_rwsem -> shared_b -> inode.i_rwsem
	mutex_unlock(&shared_b);
	inode_unlock_shared(inode);
}

void shared_backward(struct inode *inode)
{
	mutex_lock(&shared_b);		// shared2.1 holds shared_b
	inode_lock(inode);		// shared2.2 wants inode.i_rwsem
	inode_unlock(inode);
	mutex_unlock(&shared_b);
}

static DEFINE_MUTEX(shared_want_b);

void shared_want_forward(struct inode *inode)
{
	inode_lock(inode);		// shared_want1.1 holds inode.i_rwsem
	mutex_lock(&shared_want_b);	// shared_want1.2 wants shared_want_b
					// BUG[shared_want] lock-order: inode.i_rwsem -> shared_want_b -> inode.i_rwsem
	mutex_unlock(&shared_want_b);
	inode_unlock(inode);
}

void shared_want_backward(struct inode *inode)
{
	mutex_lock(&shared_want_b);	// shared_want2.1 holds shared_want_b
	inode_lock_shared(inode);	// shared_want2.2 wants inode.i_rwsem
	inode_unlock_shared(inode);
	mutex_unlock(&shared_want_b);
}

static DEFINE_MUTEX(shared_killable_b);

void shared_killable_forward(struct inode *inode)
{
	if (inode_lock_shared_killable(inode))	// shared_killable1.1 holds inode.i_rwsem
		return;
	mutex_lock(&shared_killable_b);	// shared_killable1.2 wants shared_killable_b
					// BUG[shared_killable] lock-order: inode.i_rwsem -> shared_killable_b -> inode.i_rwsem
	mutex_unlock(&shared_killable_b);
	inode_unlock_shared(inode);
}

void shared_killable_backward(struct inode *inode)
{
	mutex_lock(&shared_killable_b);	// shared_killable2.1 holds shared_killable_b
	inode_lock(inode);		// shared_killable2.2 wants inode.i_rwsem
	inode_unlock(inode);
	mutex_unlock(&shared_killable_b);
}

static DEFINE_MUTEX(shared_try_b);

void shared_try_forward(struct inode *inode)
{
	if (!inode_trylock_shared(inode))	// shared_try1.1 holds inode.i_rwsem
		return;
	mutex_lock(&shared_try_b);	// shared_try1.2 wants shared_try_b
					// BUG[shared_try] lock-order: inode.i_rwsem -> shared_try_b -> inode.i_rwsem
	mutex_unlock(&shared_try_b);
	inode_unlock_shared(inode);
}

void shared_try_backward(struct inode *inode)
{
	mutex_lock(&shared_try_b);	// shared_try2.1 holds shared_try_b
	inode_lock(inode);		// shared_try2.2 wants inode.i_rwsem
	inode_unlock(inode);
	mutex_unlock(&shared_try_b);
}

static DEFINE_MUTEX(shared_nested_b);

void shared_nested_forward(struct inode *inode)
{
	inode_lock_shared_nested(inode, I_MUTEX_CHILD);	// shared_nested1.1 holds inode.i_rwsem/2
	mutex_lock(&shared_nested_b);	// shared_nested1.2 wants shared_nested_b
					// BUG[shared_nested] lock-order: inode.i_rwsem/2 -> shared_nested_b -> inode.i_rwsem/2
	mutex_unlock(&shared_nested_b);
	inode_unlock_shared(inode);
}

void shared_nested_backward(struct inode *inode)
{
	mutex_lock(&shared_nested_b);	// shared_nested2.1 holds shared_nested_b
	inode_lock_nested(inode, I_MUTEX_CHILD);	// shared_nested2.2 wants inode.i_rwsem/2
	inode_unlock(inode);
	mutex_unlock(&shared_nested_b);
}
