// A macro of the driver hides a return, and is used before the mutex is taken.
// CLEAN
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
	check_present(codec);
	mutex_lock(&codec->lock);
	codec->gain = gain;
	mutex_unlock(&codec->lock);
	return 0;
}
