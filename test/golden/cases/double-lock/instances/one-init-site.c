// One function makes two global locks, so they are of one class; one is taken under the other.
#include "kernel.h"
static spinlock_t inbound;
static spinlock_t outbound;
static int inbound_cars, outbound_cars;

static noinline void lane_init(spinlock_t *lane)
{
	spin_lock_init(lane);
}

void lanes_init(void)
{
	lane_init(&outbound);
	lane_init(&inbound);
}

void lanes_merge(void)
{
	spin_lock(&outbound);	// 1.1 holds inbound
	spin_lock(&inbound);	// 1.2 wants inbound
				// BUG double-lock low: inbound; two instances of one class
	outbound_cars += inbound_cars;
	inbound_cars = 0;
	spin_unlock(&inbound);
	spin_unlock(&outbound);
}
