// Two global locks are made in a place each, so they are of two classes.
// CLEAN
#include "kernel.h"
static spinlock_t inbound;
static spinlock_t outbound;
static int inbound_cars, outbound_cars;

void lanes_init(void)
{
	spin_lock_init(&outbound);
	spin_lock_init(&inbound);
}

void lanes_merge(void)
{
	spin_lock(&outbound);
	spin_lock(&inbound);
	outbound_cars += inbound_cars;
	inbound_cars = 0;
	spin_unlock(&inbound);
	spin_unlock(&outbound);
}
