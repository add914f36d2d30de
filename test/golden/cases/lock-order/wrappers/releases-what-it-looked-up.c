// Helpers find the panel themselves: no caller can name its lock. One of them gives it back, the other does not.
#include "kernel.h"
#include "panel.h"
static DEFINE_MUTEX(modes);

void panel_show(int number)
{
	panel_get(number);		// 2.1 calls panel_get
	mutex_lock(&modes);		// 2.3 wants modes
	mutex_unlock(&modes);
	panel_put(number);
}

void panel_probe(int number)
{
	mutex_lock(&modes);		// 1.1 holds modes
	panel_get(number);		// 1.2 calls panel_get
					// BUG lock-order: modes -> panel.lock -> modes
	panel_put(number);
	mutex_unlock(&modes);
}
//--- panel.h
struct panel {
	struct mutex lock;
};
struct panel *panel_of(int number);
void panel_get(int number);
void panel_put(int number);
//--- panel.c
#include "kernel.h"
#include "panel.h"

void panel_get(int number)
{
	struct panel *panel = panel_of(number);

	mutex_lock(&panel->lock);	// 2.2 holds panel.lock; 1.3 wants panel.lock
}

void panel_put(int number)
{
	struct panel *panel = panel_of(number);

	mutex_unlock(&panel->lock);
}
