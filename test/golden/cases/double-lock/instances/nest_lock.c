// Two drawers are locked after the cabinet, whose lock would let them nest, was unlocked.
#include "kernel.h"
struct drawer {
	struct mutex lock;
	int files;
};
static DEFINE_MUTEX(cabinet);
static int cabinet_moves;

void drawers_merge(struct drawer *full, struct drawer *empty)
{
	mutex_lock(&cabinet);
	cabinet_moves++;
	mutex_unlock(&cabinet);
	mutex_lock(&full->lock);	// 1.1 holds drawer.lock
	mutex_lock(&empty->lock);	// 1.2 wants drawer.lock
					// BUG double-lock low: drawer.lock; two instances of one class
	empty->files += full->files;
	full->files = 0;
	mutex_unlock(&empty->lock);
	mutex_unlock(&full->lock);
}
