// A shelf is written while another is read, as another subclass.
// CLEAN
#include "kernel.h"
struct shelf {
	struct rw_semaphore sem;
	int books;
};

void shelf_copy(struct shelf *from, struct shelf *to)
{
	down_read(&from->sem);
	down_write_nested(&to->sem, SINGLE_DEPTH_NESTING);
	to->books += from->books;
	up_write(&to->sem);
	up_read(&from->sem);
}
