// What a trylock got is taken again.
#include "kernel.h"
struct flash {
	struct mutex lock;
	int erases;
};

void flash_erase(struct flash *flash)
{
	if (mutex_trylock(&flash->lock)) {	// 1.1 holds flash.lock
		mutex_lock(&flash->lock);	// 1.2 wants flash.lock
						// BUG double-lock: flash.lock
		flash->erases++;
		mutex_unlock(&flash->lock);
		mutex_unlock(&flash->lock);
	}
}
