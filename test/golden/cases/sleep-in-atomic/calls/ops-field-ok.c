// The only function that the field is ever set to spins, and it is called under a spinlock.
// CLEAN
#include "kernel.h"
#include "codec.h"

void codec_mute(struct codec *codec)
{
	spin_lock(&codec->lock);
	codec->ops->settle(codec);
	spin_unlock(&codec->lock);
}
//--- codec.h
struct codec;
struct codec_ops {
	void (*settle)(struct codec *codec);
};
struct codec {
	const struct codec_ops *ops;
	spinlock_t lock;
	int volume;
};
//--- slow.c
#include "kernel.h"
#include <linux/delay.h>
#include "codec.h"

static void slow_settle(struct codec *codec)
{
	codec->volume = 0;
	mdelay(30);
}
const struct codec_ops slow_ops = { .settle = slow_settle };
