// The lock is in an anonymous structure inside an anonymous union of the record.
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
	spin_lock(&frame->lock);		// 1.1 holds frame.lock
	spin_lock(&pool);			// 1.2 wants pool
						// BUG lock-order: frame.lock -> pool -> frame.lock
	frame->users++;
	spin_unlock(&pool);
	spin_unlock(&frame->lock);
}

void pool_shrink(struct frame *frame)
{
	spin_lock(&pool);			// 2.1 holds pool
	spin_lock(&frame->lock);		// 2.2 wants frame.lock
	spin_unlock(&frame->lock);
	spin_unlock(&pool);
}
