// Two objects of one class are locked, and nothing says in which order.
#include "kernel.h"
struct account {
	spinlock_t lock;
	long balance;
};

void account_move(struct account *from, struct account *to, long amount)
{
	spin_lock(&from->lock);
	spin_lock(&to->lock);
				// MISS double-lock: two instances of one class are not reported
	from->balance -= amount;
	to->balance += amount;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
}
