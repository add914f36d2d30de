// A helper locks and saves through a pointer, and its caller enables interrupts.
#include "kernel.h"
struct queue {
	spinlock_t lock;
	int length;
};

static noinline void queue_lock(struct queue *queue, unsigned long *flags)
{
	spin_lock_irqsave(&queue->lock, *flags);
}

void queue_push(struct queue *queue)
{
	unsigned long flags;

	queue_lock(queue, &flags);	// 1.1 holds hardirqs-off
	queue->length++;
	spin_unlock_irq(&queue->lock);	// 1.2 releases hardirqs-off
					// BUG irq-flags low: hardirqs-off; that is right where
					//    interrupts are known to be on before
}
