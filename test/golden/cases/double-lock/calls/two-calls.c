// The lock is taken again two calls down.
#include "kernel.h" // MISS double-lock: x
struct display {
	struct mutex lock;
	int dirty;
};

static noinline void display_flush(struct display *display)
{
	mutex_lock(&display->lock);
	display->dirty = 0;
	mutex_unlock(&display->lock);
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
