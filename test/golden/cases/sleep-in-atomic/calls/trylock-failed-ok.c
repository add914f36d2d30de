// The function sleeps where spin_trylock() failed.
// CLEAN
#include "kernel.h"
#include "door.h"

void door_close(struct door *door)
{
	if (spin_trylock(&door->lock)) {
		door->open = false;
		spin_unlock(&door->lock);
	} else {
		door_wait(door);
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
	msleep(10);
}
