// Which semaphore is taken under the bitmap's lock, a local variable says: a member of what the volume points to, or none.
#include "kernel.h"
#include <linux/rwsem.h>
#include "volume.h"

void volume_repair(struct volume *volume)
{
	struct rw_semaphore *lock = volume->mounted ? &volume->table->runs : NULL;

	down_write(&volume->bitmap);	// 2.1 holds volume.bitmap
	if (lock)
		down_read(lock);	// 2.2 wants table.runs
	volume->used = 0;
	if (lock)
		up_read(lock);
	up_write(&volume->bitmap);
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
	down_write(&volume->table->runs);	// 1.1 holds table.runs
	down_write(&volume->bitmap);	// 1.2 wants volume.bitmap
					// BUG lock-order medium: table.runs -> volume.bitmap -> table.runs; perhaps
					//    of different volumes
	volume->used++;
	up_write(&volume->bitmap);
	up_write(&volume->table->runs);
}
