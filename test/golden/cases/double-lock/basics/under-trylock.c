// What a trylock got is taken again.
#include "kernel.h" // MISS double-lock: x
struct flash {
	struct mutex lock;
	int erases;
};

void flash_erase(struct flash *flash)
{
	if (mutex_trylock(&flash->lock)) {
		mutex_lock(&flash->lock);
		flash->erases++;
		mutex_unlock(&flash->lock);
		mutex_unlock(&flash->lock);
	}
}
