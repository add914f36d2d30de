// Every way to take a wound/wait mutex, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/ww_mutex.h>

struct buffer {
	struct ww_mutex lock;
};

static DEFINE_MUTEX(plain_b);

void plain_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock(&object->lock, context))
		return;
	ww_mutex_unlock(&object->lock);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&plain_b);
	if (!ww_mutex_lock(&object->lock, context))
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock_interruptible(&object->lock, context))
		return;
	ww_mutex_unlock(&object->lock);
	mutex_lock(&interruptible_b);
	mutex_unlock(&interruptible_b);
}

void interruptible_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&interruptible_b);
	if (!ww_mutex_lock_interruptible(&object->lock, context))
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(slow_b);

void slow_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	ww_mutex_lock_slow(&object->lock, context);
	ww_mutex_unlock(&object->lock);
	mutex_lock(&slow_b);
	mutex_unlock(&slow_b);
}

void slow_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&slow_b);
	ww_mutex_lock_slow(&object->lock, context);
	ww_mutex_unlock(&object->lock);
	mutex_unlock(&slow_b);
}

static DEFINE_MUTEX(slow_interruptible_b);

void slow_interruptible_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock_slow_interruptible(&object->lock, context))
		return;
	ww_mutex_unlock(&object->lock);
	mutex_lock(&slow_interruptible_b);
	mutex_unlock(&slow_interruptible_b);
}

void slow_interruptible_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&slow_interruptible_b);
	if (!ww_mutex_lock_slow_interruptible(&object->lock, context))
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&slow_interruptible_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (!ww_mutex_trylock(&object->lock, context))
		return;
	ww_mutex_unlock(&object->lock);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&try_b);
	if (!ww_mutex_lock(&object->lock, context))
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&try_b);
}
