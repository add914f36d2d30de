// Every way to lock a run queue: held over a raw spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"

struct rq {
	raw_spinlock_t __lock;
	unsigned int nr_running;
};

void raw_spin_rq_lock(struct rq *rq);
void raw_spin_rq_lock_nested(struct rq *rq, int subclass);
bool raw_spin_rq_trylock(struct rq *rq);
void raw_spin_rq_unlock(struct rq *rq);

static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(struct rq *rq)
{
	raw_spin_rq_lock(rq);	// plain2.1 holds rq.__lock
	raw_spin_lock(&plain_b);	// plain2.2 wants plain_b
	raw_spin_unlock(&plain_b);
	raw_spin_rq_unlock(rq);
}

void plain_backward(struct rq *rq)
{
	raw_spin_lock(&plain_b);	// plain1.1 holds plain_b
	raw_spin_lock(&rq->__lock);	// plain1.2 wants rq.__lock
					// BUG[plain] lock-order: plain_b -> rq.__lock -> plain_b
	raw_spin_unlock(&rq->__lock);
	raw_spin_unlock(&plain_b);
}

static DEFINE_RAW_SPINLOCK(wait_b);

void wait_forward(struct rq *rq)
{
	raw_spin_lock(&rq->__lock);	// wait1.1 holds rq.__lock
	raw_spin_lock(&wait_b);	// wait1.2 wants wait_b
					// BUG[wait] lock-order: rq.__lock -> wait_b -> rq.__lock
	raw_spin_unlock(&wait_b);
	raw_spin_unlock(&rq->__lock);
}

void wait_backward(struct rq *rq)
{
	raw_spin_lock(&wait_b);	// wait2.1 holds wait_b
	raw_spin_rq_lock(rq);	// wait2.2 wants rq.__lock
	raw_spin_rq_unlock(rq);
	raw_spin_unlock(&wait_b);
}

static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(struct rq *rq)
{
	raw_spin_rq_lock_nested(rq, SINGLE_DEPTH_NESTING);	// nested2.1 holds rq.__lock/1
	raw_spin_lock(&nested_b);	// nested2.2 wants nested_b
	raw_spin_unlock(&nested_b);
	raw_spin_rq_unlock(rq);
}

void nested_backward(struct rq *rq)
{
	raw_spin_lock(&nested_b);	// nested1.1 holds nested_b
	raw_spin_rq_lock_nested(rq, SINGLE_DEPTH_NESTING);	// nested1.2 wants rq.__lock/1
					// BUG[nested] lock-order: nested_b -> rq.__lock/1 -> nested_b
	raw_spin_rq_unlock(rq);
	raw_spin_unlock(&nested_b);
}

static DEFINE_RAW_SPINLOCK(try_b);

void try_forward(struct rq *rq)
{
	if (!raw_spin_rq_trylock(rq))	// try1.1 holds rq.__lock
		return;
	raw_spin_lock(&try_b);	// try1.2 wants try_b
					// BUG[try] lock-order: rq.__lock -> try_b -> rq.__lock
	raw_spin_unlock(&try_b);
	raw_spin_rq_unlock(rq);
}

void try_backward(struct rq *rq)
{
	raw_spin_lock(&try_b);	// try2.1 holds try_b
	raw_spin_lock(&rq->__lock);	// try2.2 wants rq.__lock
	raw_spin_unlock(&rq->__lock);
	raw_spin_unlock(&try_b);
}
