// A lookup returns with the spinlock held unless it failed, and the caller sleeps where it has failed.
// CLEAN
#include "kernel.h"
#include <linux/err.h>
#include "guest.h"

int guest_use(int id)
{
	struct guest *guest = guest_lookup(id);

	if (IS_ERR(guest)) {
		guests_wait();
		return PTR_ERR(guest);
	}
	guest->uses++;
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
	spin_lock(&guests[id].lock);
	return &guests[id];
}

void guest_put(struct guest *guest)
{
	spin_unlock(&guest->lock);
}

void guests_wait(void)
{
	msleep(1);
}
