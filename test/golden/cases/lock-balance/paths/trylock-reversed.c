// The result of mutex_trylock() is read the wrong way round.
#include "kernel.h" // MISS lock-balance: x
struct tape {
	struct mutex lock;
	int position;
};

void tape_rewind(struct tape *tape)
{
	if (mutex_trylock(&tape->lock))
		return;
	tape->position = 0;
	mutex_unlock(&tape->lock);
}
