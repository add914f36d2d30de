// The semaphore is made after the first reader has come, where the map was empty.
#include "kernel.h"
struct map {
	struct rw_semaphore sem;
	void *root;
};

void map_open(struct map *map, void *root)
{
	down_read(&map->sem);	// 1.1 holds map.sem
	if (!map->root) {
		init_rwsem(&map->sem);
				// BUG lock-balance: map.sem
		map->root = root;
	}
	up_read(&map->sem);
}
