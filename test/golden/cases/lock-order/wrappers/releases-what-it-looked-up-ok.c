// Helpers find the panel themselves: no caller can name its lock. It is given back before modes is taken.
// CLEAN
#include "kernel.h"
#include "panel.h"
static DEFINE_MUTEX(modes);

void panel_show(int number)
{
	panel_get(number);
	panel_put(number);
	mutex_lock(&modes);
	mutex_unlock(&modes);
}

void panel_probe(int number)
{
	mutex_lock(&modes);
	panel_get(number);
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

	mutex_lock(&panel->lock);
}

void panel_put(int number)
{
	struct panel *panel = panel_of(number);

	mutex_unlock(&panel->lock);
}
