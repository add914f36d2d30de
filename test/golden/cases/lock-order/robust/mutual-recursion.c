// Two functions call each other, and the locks of one are held in the other.
#include "kernel.h"
static DEFINE_MUTEX(even);
static DEFINE_MUTEX(odd);

void step_odd(int depth);

void step_even(int depth)
{
	mutex_lock(&even);			// 1.1 holds even; 2.3 wants even
	if (depth)
		step_odd(depth - 1);		// 1.2 calls step_odd
						// BUG lock-order: even -> odd -> even
	mutex_unlock(&even);
}

void step_odd(int depth)
{
	mutex_lock(&odd);			// 1.3 wants odd; 2.1 holds odd
	if (depth)
		step_even(depth - 1);		// 2.2 calls step_even
	mutex_unlock(&odd);
}
