// Every way to take a wound/wait mutex: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/ww_mutex.h>

struct buffer {
	struct ww_mutex lock;
};

static DEFINE_MUTEX(plain_b);

void plain_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock(&object->lock, context))	// plain1.1 holds buffer.lock
		return;
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: buffer.lock -> plain_b -> buffer.lock
	mutex_unlock(&plain_b);
	ww_mutex_unlock(&object->lock);
}

void plain_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	if (!ww_mutex_lock(&object->lock, context))	// plain2.2 wants buffer.lock
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock_interruptible(&object->lock, context))	// interruptible1.1 holds buffer.lock
		return;
	mutex_lock(&interruptible_b);	// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order: buffer.lock -> interruptible_b -> buffer.lock
	mutex_unlock(&interruptible_b);
	ww_mutex_unlock(&object->lock);
}

void interruptible_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&interruptible_b);	// interruptible2.1 holds interruptible_b
	if (!ww_mutex_lock_interruptible(&object->lock, context))	// interruptible2.2 wants buffer.lock
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(slow_b);

void slow_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	ww_mutex_lock_slow(&object->lock, context);	// slow1.1 holds buffer.lock
	mutex_lock(&slow_b);		// slow1.2 wants slow_b
					// BUG[slow] lock-order: buffer.lock -> slow_b -> buffer.lock
	mutex_unlock(&slow_b);
	ww_mutex_unlock(&object->lock);
}

void slow_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&slow_b);		// slow2.1 holds slow_b
	ww_mutex_lock_slow(&object->lock, context);	// slow2.2 wants buffer.lock
	ww_mutex_unlock(&object->lock);
	mutex_unlock(&slow_b);
}

static DEFINE_MUTEX(slow_interruptible_b);

void slow_interruptible_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (ww_mutex_lock_slow_interruptible(&object->lock, context))	// slow_interruptible1.1 holds buffer.lock
		return;
	mutex_lock(&slow_interruptible_b);	// slow_interruptible1.2 wants slow_interruptible_b
					// BUG[slow_interruptible] lock-order: buffer.lock -> slow_interruptible_b -> buffer.lock
	mutex_unlock(&slow_interruptible_b);
	ww_mutex_unlock(&object->lock);
}

void slow_interruptible_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&slow_interruptible_b);	// slow_interruptible2.1 holds slow_interruptible_b
	if (!ww_mutex_lock_slow_interruptible(&object->lock, context))	// slow_interruptible2.2 wants buffer.lock
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&slow_interruptible_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct buffer *object, struct ww_acquire_ctx *context)
{
	if (!ww_mutex_trylock(&object->lock, context))	// try1.1 holds buffer.lock
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: buffer.lock -> try_b -> buffer.lock
	mutex_unlock(&try_b);
	ww_mutex_unlock(&object->lock);
}

void try_backward(struct buffer *object, struct ww_acquire_ctx *context)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	if (!ww_mutex_lock(&object->lock, context))	// try2.2 wants buffer.lock
		ww_mutex_unlock(&object->lock);
	mutex_unlock(&try_b);
}
