// Two calls below the function that has interrupts off they stay so.
// CLEAN
#include "kernel.h"
struct fifo {
	raw_spinlock_t lock;
	int level;
};

static noinline void fifo_drop(struct fifo *fifo)
{
	raw_spin_lock(&fifo->lock);
	fifo->level--;
	raw_spin_unlock(&fifo->lock);
}

static noinline void fifo_trim(struct fifo *fifo)
{
	if (fifo->level > 16)
		fifo_drop(fifo);
}

void fifo_stop(struct fifo *fifo)
{
	local_irq_disable();
	fifo_trim(fifo);
	local_irq_enable();
}
