// Every way to lock a run queue, given back before the raw spinlock is taken.
// CLEAN
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
	raw_spin_rq_lock(rq);
	raw_spin_rq_unlock(rq);
	raw_spin_lock(&plain_b);
	raw_spin_unlock(&plain_b);
}

void plain_backward(struct rq *rq)
{
	raw_spin_lock(&plain_b);
	raw_spin_lock(&rq->__lock);
	raw_spin_unlock(&rq->__lock);
	raw_spin_unlock(&plain_b);
}

static DEFINE_RAW_SPINLOCK(wait_b);

void wait_forward(struct rq *rq)
{
	raw_spin_lock(&rq->__lock);
	raw_spin_unlock(&rq->__lock);
	raw_spin_lock(&wait_b);
	raw_spin_unlock(&wait_b);
}

void wait_backward(struct rq *rq)
{
	raw_spin_lock(&wait_b);
	raw_spin_rq_lock(rq);
	raw_spin_rq_unlock(rq);
	raw_spin_unlock(&wait_b);
}

static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(struct rq *rq)
{
	raw_spin_rq_lock_nested(rq, SINGLE_DEPTH_NESTING);
	raw_spin_rq_unlock(rq);
	raw_spin_lock(&nested_b);
	raw_spin_unlock(&nested_b);
}

void nested_backward(struct rq *rq)
{
	raw_spin_lock(&nested_b);
	raw_spin_rq_lock_nested(rq, SINGLE_DEPTH_NESTING);
	raw_spin_rq_unlock(rq);
	raw_spin_unlock(&nested_b);
}

static DEFINE_RAW_SPINLOCK(try_b);

void try_forward(struct rq *rq)
{
	if (!raw_spin_rq_trylock(rq))
		return;
	raw_spin_rq_unlock(rq);
	raw_spin_lock(&try_b);
	raw_spin_unlock(&try_b);
}

void try_backward(struct rq *rq)
{
	raw_spin_lock(&try_b);
	raw_spin_lock(&rq->__lock);
	raw_spin_unlock(&rq->__lock);
	raw_spin_unlock(&try_b);
}
