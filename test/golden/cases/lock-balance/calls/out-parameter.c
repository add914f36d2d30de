// A helper fills a record with a pointer to the locked chip; one path forgets to unlock it.
#include "kernel.h"
struct chip {
	spinlock_t lock;
	unsigned int levels, outputs;
};
struct desc {
	struct chip *chip;
	unsigned int bit;
};
static struct chip chips[4];

static noinline void get_desc(unsigned int pin, struct desc *desc)
{
	desc->chip = &chips[pin / 32];
	desc->bit = pin % 32;
	spin_lock(&desc->chip->lock);	// 1.2 holds chip.lock
}

static noinline void put_desc(struct desc *desc)
{
	spin_unlock(&desc->chip->lock);
}

int pin_set(unsigned int pin)
{
	struct desc desc;

	get_desc(pin, &desc);		// 1.1 calls get_desc
	if (!(desc.chip->outputs & BIT(desc.bit)))
		return -EPERM;
					// BUG lock-balance low: chip.lock; one of many in an array
	desc.chip->levels |= BIT(desc.bit);
	put_desc(&desc);		// 2.1 releases chip.lock
	return 0;
}
