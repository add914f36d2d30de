// Two tests of one number look alike, and differ in one of the values.
#include "kernel.h"
struct device_map {
	struct rw_semaphore sem;
	int calls;
};

static inline bool map_writes(int op)
{
	return op == 1 || op == 2 || op == 3 || op == 4;
}

static inline bool map_writes_old(int op)
{
	return op == 1 || op == 2 || op == 3;
}

void map_call(struct device_map *map, int op)
{
	if (map_writes(op))
		down_write(&map->sem);	// 1.1 holds device_map.sem
	else
		down_read(&map->sem);
	map->calls++;
	if (map_writes_old(op))
		up_write(&map->sem);
	else
		up_read(&map->sem);	// 1.2 releases device_map.sem
					// BUG lock-balance medium: device_map.sem; two modes may be
					//    kept apart by what was not understood
}
