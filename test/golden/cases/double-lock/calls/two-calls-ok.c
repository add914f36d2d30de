// Two calls down the lock is expected to be held.
// CLEAN
#include "kernel.h"
struct display {
	struct mutex lock;
	int dirty;
};

static noinline void display_flush(struct display *display)
{
	lockdep_assert_held(&display->lock);
	display->dirty = 0;
}

static noinline void display_blank(struct display *display)
{
	if (display->dirty)
		display_flush(display);
}

void display_suspend(struct display *display)
{
	mutex_lock(&display->lock);
	display_blank(display);
	mutex_unlock(&display->lock);
}
