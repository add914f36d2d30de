// spin_unlock() gives back what spin_lock_irqsave() took, and local_irq_restore() what it left off.
// CLEAN
#include "kernel.h"
#include "queue.h"

void queue_drain(struct queue *queue)
{
	unsigned long flags;

	spin_lock_irqsave(&queue->lock, flags);
	queue->length = 0;
	spin_unlock(&queue->lock);
	local_irq_restore(flags);
	queue_wait(queue);
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
	wait_event(queue->idle, queue->length == 0);
}
