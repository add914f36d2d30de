// Which semaphore is taken before the bitmap's lock, a local variable says: a member of what the volume points to, or none.
// CLEAN
#include "kernel.h"
#include <linux/rwsem.h>
#include "volume.h"

void volume_repair(struct volume *volume)
{
	struct rw_semaphore *lock = volume->mounted ? &volume->table->runs : NULL;

	if (lock)
		down_read(lock);
	down_write(&volume->bitmap);
	volume->used = 0;
	up_write(&volume->bitmap);
	if (lock)
		up_read(lock);
}
//--- volume.h
struct table {
	struct rw_semaphore runs;
};

struct volume {
	struct table *table;
	struct rw_semaphore bitmap;
	int mounted, used;
};
//--- extend.c
#include "kernel.h"
#include <linux/rwsem.h>
#include "volume.h"

void volume_extend(struct volume *volume)
{
	down_write(&volume->table->runs);
	down_write(&volume->bitmap);
	volume->used++;
	up_write(&volume->bitmap);
	up_write(&volume->table->runs);
}
