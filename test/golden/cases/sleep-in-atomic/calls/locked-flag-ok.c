// The lock is taken where a flag says so, and the function sleeps where it does not.
// CLEAN
#include "kernel.h"
#include "door.h"

void door_open(struct door *door, bool locked)
{
	if (locked)
		spin_lock(&door->lock);
	door->open = true;
	if (!locked)
		door_wait(door);
	if (locked)
		spin_unlock(&door->lock);
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
