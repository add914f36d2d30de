// The semaphore is made before the first reader comes, where the map was empty.
// CLEAN
#include "kernel.h"
struct map {
	struct rw_semaphore sem;
	void *root;
};

void map_open(struct map *map, void *root)
{
	if (!map->root) {
		init_rwsem(&map->sem);
		map->root = root;
	}
	down_read(&map->sem);
	up_read(&map->sem);
}
