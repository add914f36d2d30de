// A shelf is written while another is read, and nothing says in which order.
#include "kernel.h"
struct shelf {
	struct rw_semaphore sem;
	int books;
};

void shelf_copy(struct shelf *from, struct shelf *to)
{
	down_read(&from->sem);	// 1.1 holds shelf.sem
	down_write(&to->sem);	// 1.2 wants shelf.sem
				// BUG double-lock low: shelf.sem; two instances of one class
	to->books += from->books;
	up_write(&to->sem);
	up_read(&from->sem);
}
