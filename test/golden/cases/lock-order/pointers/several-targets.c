// One of the two functions that the field is set to takes the clock's lock.
#include "kernel.h"
struct codec;
struct codec_ops {
	void (*start)(struct codec *codec);
};
struct codec {
	const struct codec_ops *ops;
	struct mutex lock;
};
static DEFINE_MUTEX(clock);

static void fast_start(struct codec *codec)
{
	mutex_lock(&clock);			// 2.3 wants clock
	mutex_unlock(&clock);
}
const struct codec_ops fast_ops = { .start = fast_start };

static void slow_start(struct codec *codec)
{
}
const struct codec_ops slow_ops = { .start = slow_start };

void codec_start(struct codec *codec)
{
	mutex_lock(&codec->lock);		// 2.1 holds codec.lock
	codec->ops->start(codec);		// 2.2 calls fast_start
	mutex_unlock(&codec->lock);
}

void clock_change(struct codec *codec)
{
	mutex_lock(&clock);			// 1.1 holds clock
	mutex_lock(&codec->lock);		// 1.2 wants codec.lock
						// BUG lock-order low: clock -> codec.lock -> clock; the pointer may be the other function
	mutex_unlock(&codec->lock);
	mutex_unlock(&clock);
}
