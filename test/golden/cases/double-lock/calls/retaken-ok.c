// The callee drops the lock for slow work, and its caller takes it again.
// CLEAN
#include "kernel.h"
struct reader {
	spinlock_t lock;
	int ready;
};

static noinline void reader_wait(struct reader *reader)
{
	reader->ready = 0;
	spin_unlock(&reader->lock);
	cpu_relax();
}

void reader_poll(struct reader *reader)
{
	spin_lock(&reader->lock);
	if (!reader->ready) {
		reader_wait(reader);
		spin_lock(&reader->lock);
		reader->ready = 1;
	}
	spin_unlock(&reader->lock);
}
