// A macro of the driver hides a return, and is used with the mutex held.
#include "kernel.h"
struct codec {
	struct mutex lock;
	void __iomem *regs;
	int gain;
};

#define check_present(codec)			\
	do {					\
		if (!(codec)->regs)		\
			return -ENODEV;		\
	} while (0)

int codec_set_gain(struct codec *codec, int gain)
{
	mutex_lock(&codec->lock);	// 1.1 holds codec.lock
	check_present(codec);
					// BUG lock-balance: codec.lock
	codec->gain = gain;
	mutex_unlock(&codec->lock);	// 2.1 releases codec.lock
	return 0;
}
