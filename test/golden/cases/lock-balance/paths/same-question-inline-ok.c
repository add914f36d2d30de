// One number is tested twice, in the same way.
// CLEAN
#include "kernel.h"
struct device_map {
	struct rw_semaphore sem;
	int calls;
};

static inline bool map_writes(int op)
{
	return op == 1 || op == 2 || op == 3 || op == 4;
}

void map_call(struct device_map *map, int op)
{
	if (map_writes(op))
		down_write(&map->sem);
	else
		down_read(&map->sem);
	map->calls++;
	if (map_writes(op))
		up_write(&map->sem);
	else
		up_read(&map->sem);
}
