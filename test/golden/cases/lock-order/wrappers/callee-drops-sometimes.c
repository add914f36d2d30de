// The helper drops the caller's lock only if it has to wait, and wants the other one either way.
#include "kernel.h"
static DEFINE_MUTEX(buffers);
static DEFINE_MUTEX(flusher);

static noinline bool make_room(bool wait)
{
	if (wait)
		mutex_unlock(&buffers);
	mutex_lock(&flusher);			// 1.3 wants flusher
	mutex_unlock(&flusher);
	if (wait)
		mutex_lock(&buffers);
	return wait;
}

void buffer_get(bool wait)
{
	mutex_lock(&buffers);			// 1.1 holds buffers
	make_room(wait);			// 1.2 calls make_room
						// BUG lock-order: buffers -> flusher -> buffers
	mutex_unlock(&buffers);
}

void flush(void)
{
	mutex_lock(&flusher);			// 2.1 holds flusher
	mutex_lock(&buffers);			// 2.2 wants buffers
	mutex_unlock(&buffers);
	mutex_unlock(&flusher);
}
