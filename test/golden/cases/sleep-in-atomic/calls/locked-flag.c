// The lock is taken where a flag says so, and the function sleeps where it says so, too.
#include "kernel.h"
#include "door.h"

void door_open(struct door *door, bool locked)
{
	if (locked)
		spin_lock(&door->lock);	// 1.1 holds door.lock
	door->open = true;
	if (locked)
		door_wait(door);	// 1.2 calls door_wait
					// BUG sleep-in-atomic: msleep() in door.lock
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
	msleep(10);			// 1.3 sleeps msleep()
}
