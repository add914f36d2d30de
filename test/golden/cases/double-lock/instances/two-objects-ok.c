// Two objects of one class are locked, and the second lock has a subclass.
// CLEAN
#include "kernel.h"
struct account {
	spinlock_t lock;
	long balance;
};

void account_move(struct account *from, struct account *to, long amount)
{
	spin_lock(&from->lock);
	spin_lock_nested(&to->lock, SINGLE_DEPTH_NESTING);
	from->balance -= amount;
	to->balance += amount;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
}
