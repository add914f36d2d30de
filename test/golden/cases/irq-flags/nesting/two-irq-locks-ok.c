// An inner lock leaves the interrupts off that the outer one has turned off.
// CLEAN
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
	write_lock_irq(&engine->lock);
	spin_lock(&engine->dma.lock);
	engine->dma.jobs++;
	spin_unlock(&engine->dma.lock);
	write_unlock_irq(&engine->lock);
}
