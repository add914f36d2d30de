// The lock in the anonymous structure is given back first.
// CLEAN
#include "kernel.h"
struct frame {
	union {
		struct {
			spinlock_t lock;
			int users;
		};
		char raw[128];
	};
};
static DEFINE_SPINLOCK(pool);

void frame_get(struct frame *frame)
{
	spin_lock(&frame->lock);
	frame->users++;
	spin_unlock(&frame->lock);
	spin_lock(&pool);
	spin_unlock(&pool);
}

void pool_shrink(struct frame *frame)
{
	spin_lock(&pool);
	spin_lock(&frame->lock);
	spin_unlock(&frame->lock);
	spin_unlock(&pool);
}
