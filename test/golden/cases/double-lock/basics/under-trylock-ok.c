// What a trylock did not get is waited for.
// CLEAN
#include "kernel.h"
struct flash {
	struct mutex lock;
	int erases;
};

void flash_erase(struct flash *flash)
{
	if (!mutex_trylock(&flash->lock))
		mutex_lock(&flash->lock);
	flash->erases++;
	mutex_unlock(&flash->lock);
}
