// The helper wants the other lock only if it dropped the caller's.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(buffers);
static DEFINE_MUTEX(flusher);

static noinline bool make_room(bool wait)
{
	if (wait)
		mutex_unlock(&buffers);
	if (wait) {
		mutex_lock(&flusher);
		mutex_unlock(&flusher);
		mutex_lock(&buffers);
	}
	return wait;
}

void buffer_get(bool wait)
{
	mutex_lock(&buffers);
	make_room(wait);
	mutex_unlock(&buffers);
}

void flush(void)
{
	mutex_lock(&flusher);
	mutex_lock(&buffers);
	mutex_unlock(&buffers);
	mutex_unlock(&flusher);
}
