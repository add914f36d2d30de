// The CPU's own bounce buffer is never put where the request is too large for it.
#include "kernel.h"
struct bounce {
	int size, used;
};
static DEFINE_PER_CPU(struct bounce, bounces);

int bounce_fill(int size)
{
	struct bounce *bounce = get_cpu_ptr(&bounces);	// 1.1 holds preempt-off

	if (!bounce->size) {
		put_cpu_ptr(&bounces);
		return -ENOMEM;
	}
	if (size > bounce->size)
		return -E2BIG;
							// BUG lock-balance: preempt-off
	bounce->used = size;
	put_cpu_ptr(&bounces);				// 2.1 releases preempt-off
	return 0;
}
