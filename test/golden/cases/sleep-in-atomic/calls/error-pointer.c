// A lookup returns with the spinlock held unless it failed, and the caller sleeps where it has not failed.
#include "kernel.h"
#include <linux/err.h>
#include "guest.h"

int guest_use(int id)
{
	struct guest *guest = guest_lookup(id);	// 1.1 calls guest_lookup

	if (IS_ERR(guest)) {
		return PTR_ERR(guest);
	}
	guest->uses++;
	guests_wait();			// 1.3 calls guests_wait
					// BUG sleep-in-atomic: msleep() in guest.lock
	guest_put(guest);
	return 0;
}
//--- guest.h
struct guest {
	spinlock_t lock;
	int uses;
};
struct guest *guest_lookup(int id);
void guest_put(struct guest *guest);
void guests_wait(void);
//--- guest.c
#include "kernel.h"
#include <linux/delay.h>
#include <linux/err.h>
#include "guest.h"
static struct guest guests[8];

struct guest *guest_lookup(int id)
{
	if (id >= 8)
		return ERR_PTR(-ENOENT);
	spin_lock(&guests[id].lock);	// 1.2 holds guest.lock
	return &guests[id];
}

void guest_put(struct guest *guest)
{
	spin_unlock(&guest->lock);
}

void guests_wait(void)
{
	msleep(1);			// 1.4 sleeps msleep()
}
