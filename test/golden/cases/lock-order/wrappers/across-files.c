// A queue completes requests of a disk under its lock; the disk flushes its queue under the disk's.
#include "kernel.h"
#include "disk.h"

void disk_complete(struct disk *disk)
{
	mutex_lock(&disk->lock);	// 2.4 wants disk.lock
	disk->pending--;
	mutex_unlock(&disk->lock);
}

int disk_flush(struct disk *disk)
{
	mutex_lock(&disk->lock);	// 1.1 holds disk.lock
	queue_drain(disk->queue);	// 1.2 calls queue_drain
					// BUG lock-order medium: disk.lock -> queue.lock -> disk.lock;
					//    two fields, perhaps of objects that never meet
	mutex_unlock(&disk->lock);
	return 0;
}
//--- queue.c
#include "kernel.h"
#include "disk.h"

static void queue_lock(struct queue *queue)
{
	mutex_lock(&queue->lock);	// 1.4 wants queue.lock; 2.2 holds queue.lock
}

static void queue_unlock(struct queue *queue)
{
	mutex_unlock(&queue->lock);
}

void queue_drain(struct queue *queue)
{
	queue_lock(queue);		// 1.3 calls queue_lock
	queue_unlock(queue);
}

void queue_run(struct queue *queue)
{
	queue_lock(queue);		// 2.1 calls queue_lock
	disk_complete(queue->disk);	// 2.3 calls disk_complete
	queue_unlock(queue);
}
//--- disk.h
struct queue {
	struct mutex lock;
	struct disk *disk;
};
struct disk {
	struct mutex lock;
	struct queue *queue;
	int pending;
};
void disk_complete(struct disk *disk);
void queue_drain(struct queue *queue);
