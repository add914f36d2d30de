// The lock is taken again two calls down.
#include "kernel.h"
struct display {
	struct mutex lock;
	int dirty;
};

static noinline void display_flush(struct display *display)
{
	mutex_lock(&display->lock);	// 1.4 wants display.lock
	display->dirty = 0;
	mutex_unlock(&display->lock);
}

static noinline void display_blank(struct display *display)
{
	if (display->dirty)
		display_flush(display);	// 1.3 calls display_flush
}

void display_suspend(struct display *display)
{
	mutex_lock(&display->lock);	// 1.1 holds display.lock
	display_blank(display);		// 1.2 calls display_blank
					// BUG double-lock medium: display.lock;
					//    only a dirty display is flushed, and the caller does not say
	mutex_unlock(&display->lock);
}
