// Two objects of one class are locked, and nothing says in which order.
#include "kernel.h"
struct account {
	spinlock_t lock;
	long balance;
};

void account_move(struct account *from, struct account *to, long amount)
{
	spin_lock(&from->lock);	// 1.1 holds account.lock
	spin_lock(&to->lock);	// 1.2 wants account.lock
				// BUG double-lock low: account.lock; two instances of one class
	from->balance -= amount;
	to->balance += amount;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
}
