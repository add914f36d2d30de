// Two objects of one class are locked, and nothing says in which order.
#include "kernel.h" // MISS double-lock: x
struct account {
	spinlock_t lock;
	long balance;
};

void account_move(struct account *from, struct account *to, long amount)
{
	spin_lock(&from->lock);
	spin_lock(&to->lock);
	from->balance -= amount;
	to->balance += amount;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
}
