// The callee does slow work with the lock held, and its caller takes it again.
#include "kernel.h"
struct reader {
	spinlock_t lock;
	int ready;
};

static noinline void reader_wait(struct reader *reader)
{
	reader->ready = 0;
	cpu_relax();
}

void reader_poll(struct reader *reader)
{
	spin_lock(&reader->lock);		// 1.1 holds reader.lock
	if (!reader->ready) {
		reader_wait(reader);
		spin_lock(&reader->lock);	// 1.2 wants reader.lock
						// BUG double-lock: reader.lock
		reader->ready = 1;
	}
	spin_unlock(&reader->lock);
}
