// The driver's own trylock returns true for failure, and its user reads that the wrong way round.
#include "kernel.h"
struct tape {
	struct mutex lock;
	int position;
};

static noinline bool tape_is_busy(struct tape *tape)
{
	return !mutex_trylock(&tape->lock);
}

void tape_rewind(struct tape *tape)
{
	if (!tape_is_busy(tape))
		return;
				// MISS lock-balance: no path both takes the lock and gives it back
	tape->position = 0;
	mutex_unlock(&tape->lock);
}
