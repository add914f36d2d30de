// spin_unlock() gives back what spin_lock_irqsave() took, so interrupts are still off when the driver sleeps.
#include "kernel.h"
#include "queue.h"

void queue_drain(struct queue *queue)
{
	unsigned long flags;

	spin_lock_irqsave(&queue->lock, flags);	// 1.1 holds hardirqs-off
	queue->length = 0;
	spin_unlock(&queue->lock);
	queue_wait(queue);		// 1.2 calls queue_wait
					// BUG sleep-in-atomic: wait_event() in hardirqs-off
	local_irq_restore(flags);
}
//--- queue.h
struct queue {
	spinlock_t lock;
	wait_queue_head_t idle;
	int length;
};
void queue_wait(struct queue *queue);
//--- wait.c
#include "kernel.h"
#include "queue.h"

void queue_wait(struct queue *queue)
{
	wait_event(queue->idle, queue->length == 0);	// 1.3 sleeps wait_event()
}
