// A circle of four locks, two edges of it in each of two files.
#include "kernel.h"
DEFINE_SPINLOCK(north);
DEFINE_SPINLOCK(east);
extern spinlock_t south, west;

void north_east(void)
{
	spin_lock(&north);	// 4.1 holds north
	spin_lock(&east);	// 4.2 wants east
	spin_unlock(&east);
	spin_unlock(&north);
}

void east_south(void)
{
	spin_lock(&east);	// 1.1 holds east
	spin_lock(&south);	// 1.2 wants south
				// BUG lock-order: east -> south -> west -> north -> east
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
	spin_lock(&south);	// 2.1 holds south
	spin_lock(&west);	// 2.2 wants west
	spin_unlock(&west);
	spin_unlock(&south);
}

void west_north(void)
{
	spin_lock(&west);	// 3.1 holds west
	spin_lock(&north);	// 3.2 wants north
	spin_unlock(&north);
	spin_unlock(&west);
}
