// Interrupts are turned on two calls below the function that has them off.
#include "kernel.h"
struct fifo {
	raw_spinlock_t lock;
	int level;
};

static noinline void fifo_drop(struct fifo *fifo)
{
	raw_spin_lock_irq(&fifo->lock);
	fifo->level--;
	raw_spin_unlock_irq(&fifo->lock);	// 1.4 releases hardirqs-off
}

static noinline void fifo_trim(struct fifo *fifo)
{
	if (fifo->level > 16)
		fifo_drop(fifo);		// 1.3 calls fifo_drop
}

void fifo_stop(struct fifo *fifo)
{
	local_irq_disable();			// 1.1 holds hardirqs-off
	fifo_trim(fifo);			// 1.2 calls fifo_trim
						// BUG irq-flags low: hardirqs-off; the callee may
						//    run otherwise where interrupts are off
	local_irq_enable();
}
