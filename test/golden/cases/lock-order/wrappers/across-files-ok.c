// A queue completes requests of a disk after it has given its own lock back.
// CLEAN
#include "kernel.h"
#include "disk.h"

void disk_complete(struct disk *disk)
{
	mutex_lock(&disk->lock);
	disk->pending--;
	mutex_unlock(&disk->lock);
}

int disk_flush(struct disk *disk)
{
	mutex_lock(&disk->lock);
	queue_drain(disk->queue);
	mutex_unlock(&disk->lock);
	return 0;
}
//--- queue.c
#include "kernel.h"
#include "disk.h"

static void queue_lock(struct queue *queue)
{
	mutex_lock(&queue->lock);
}

static void queue_unlock(struct queue *queue)
{
	mutex_unlock(&queue->lock);
}

void queue_drain(struct queue *queue)
{
	queue_lock(queue);
	queue_unlock(queue);
}

void queue_run(struct queue *queue)
{
	queue_lock(queue);
	queue_unlock(queue);
	disk_complete(queue->disk);
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
