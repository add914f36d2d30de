// The CPU's own bounce buffer is put where the request is too large for it, too.
// CLEAN
#include "kernel.h"
struct bounce {
	int size, used;
};
static DEFINE_PER_CPU(struct bounce, bounces);

int bounce_fill(int size)
{
	struct bounce *bounce = get_cpu_ptr(&bounces);

	if (!bounce->size) {
		put_cpu_ptr(&bounces);
		return -ENOMEM;
	}
	if (size > bounce->size) {
		put_cpu_ptr(&bounces);
		return -E2BIG;
	}
	bounce->used = size;
	put_cpu_ptr(&bounces);
	return 0;
}
