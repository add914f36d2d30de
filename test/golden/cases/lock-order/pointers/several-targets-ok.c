// Neither of the functions that the field is set to takes a lock.
// CLEAN
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
}
const struct codec_ops fast_ops = { .start = fast_start };

static void slow_start(struct codec *codec)
{
}
const struct codec_ops slow_ops = { .start = slow_start };

void codec_start(struct codec *codec)
{
	mutex_lock(&codec->lock);
	codec->ops->start(codec);
	mutex_unlock(&codec->lock);
}

void clock_change(struct codec *codec)
{
	mutex_lock(&clock);
	mutex_lock(&codec->lock);
	mutex_unlock(&codec->lock);
	mutex_unlock(&clock);
}
