// Interrupts are turned on two calls below the function that has them off.
#include "kernel.h" // MISS irq-flags: x
struct fifo {
	raw_spinlock_t lock;
	int level;
};

static noinline void fifo_drop(struct fifo *fifo)
{
	raw_spin_lock_irq(&fifo->lock);
	fifo->level--;
	raw_spin_unlock_irq(&fifo->lock);
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
