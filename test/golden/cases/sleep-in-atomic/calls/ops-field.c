// The only function that the field is ever set to sleeps, and it is called under a spinlock.
#include "kernel.h"
#include "codec.h"

void codec_mute(struct codec *codec)
{
	spin_lock(&codec->lock);	// 1.1 holds codec.lock
	codec->ops->settle(codec);	// 1.2 calls slow_settle
					// BUG sleep-in-atomic medium: msleep() in codec.lock; a call on the way
					//    goes through a function pointer
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
	msleep(30);			// 1.3 sleeps msleep()
}
const struct codec_ops slow_ops = { .settle = slow_settle };
