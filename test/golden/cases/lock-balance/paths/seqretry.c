// A path is read without a lock under RCU, which ends in the second try only, and most need no second.
#include "kernel.h"
#include <linux/seqlock.h>
static DEFINE_SEQLOCK(tree_lock);
struct branch {
	struct branch __rcu *parent;
};

int tree_depth(struct branch *branch)
{
	struct branch *b;
	int depth, seq = 0;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
restart:
	depth = 0;
	read_seqbegin_or_lock(&tree_lock, &seq);
	for (b = branch; b; b = rcu_dereference(b->parent))
		depth++;
	if (seq & 1)
		rcu_read_unlock();	// 2.1 releases rcu_read_lock
	if (need_seqretry(&tree_lock, seq)) {
		seq = 1;
		goto restart;
	}
	done_seqretry(&tree_lock, seq);
	return depth;
					// BUG lock-balance: rcu_read_lock
}
