// Two drawers are locked while the cabinet is, and that lock lets them nest.
// CLEAN
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
	mutex_lock_nest_lock(&full->lock, &cabinet);
	mutex_lock_nest_lock(&empty->lock, &cabinet);
	empty->files += full->files;
	full->files = 0;
	mutex_unlock(&empty->lock);
	mutex_unlock(&full->lock);
	mutex_unlock(&cabinet);
}
