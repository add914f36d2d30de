// An inner lock turns the interrupts on that the outer one has turned off.
#include "kernel.h"
struct dma {
	spinlock_t lock;
	int jobs;
};
struct engine {
	rwlock_t lock;
	struct dma dma;
};

void engine_submit(struct engine *engine)
{
	write_lock_irq(&engine->lock);		// 1.1 holds hardirqs-off
	spin_lock_irq(&engine->dma.lock);
	engine->dma.jobs++;
	spin_unlock_irq(&engine->dma.lock);	// 1.2 releases hardirqs-off
						// BUG irq-flags: hardirqs-off
	write_unlock_irq(&engine->lock);
}
