// The result of mutex_trylock() is read the wrong way round.
#include "kernel.h"
struct tape {
	struct mutex lock;
	int position;
};

void tape_rewind(struct tape *tape)
{
	if (mutex_trylock(&tape->lock))
		return;
				// MISS lock-balance: no path both takes the lock and gives it back
	tape->position = 0;
	mutex_unlock(&tape->lock);
}
