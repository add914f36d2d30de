// Four locks in two files that agree on an order.
// CLEAN
#include "kernel.h"
DEFINE_SPINLOCK(north);
DEFINE_SPINLOCK(east);
extern spinlock_t south, west;

void north_east(void)
{
	spin_lock(&north);
	spin_lock(&east);
	spin_unlock(&east);
	spin_unlock(&north);
}

void east_south(void)
{
	spin_lock(&east);
	spin_lock(&south);
	spin_unlock(&south);
	spin_unlock(&east);
}
//--- south.c
#include "kernel.h"
DEFINE_SPINLOCK(south);
DEFINE_SPINLOCK(west);
extern spinlock_t north;

void south_west(void)
{
	spin_lock(&south);
	spin_lock(&west);
	spin_unlock(&west);
	spin_unlock(&south);
}

void west_north(void)
{
	spin_lock(&north);
	spin_lock(&west);
	spin_unlock(&west);
	spin_unlock(&north);
}
