// Two functions call each other, with nothing held.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(even);
static DEFINE_MUTEX(odd);

void step_odd(int depth);

void step_even(int depth)
{
	mutex_lock(&even);
	if (depth)
		depth--;
	mutex_unlock(&even);
	step_odd(depth);
}

void step_odd(int depth)
{
	mutex_lock(&odd);
	if (depth)
		depth--;
	mutex_unlock(&odd);
	step_even(depth);
}
