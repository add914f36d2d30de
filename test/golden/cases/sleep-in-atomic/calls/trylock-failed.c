// The function sleeps where spin_trylock() succeeded.
#include "kernel.h"
#include "door.h"

void door_close(struct door *door)
{
	if (spin_trylock(&door->lock)) {	// 1.1 holds door.lock
		door->open = false;
		door_wait(door);	// 1.2 calls door_wait
					// BUG sleep-in-atomic: msleep() in door.lock
		spin_unlock(&door->lock);
	}
}
//--- door.h
struct door {
	spinlock_t lock;
	bool open;
};
void door_wait(struct door *door);
//--- wait.c
#include "kernel.h"
#include <linux/delay.h>
#include "door.h"

void door_wait(struct door *door)
{
	msleep(10);			// 1.3 sleeps msleep()
}
