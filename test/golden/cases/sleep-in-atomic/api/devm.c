// A device's own memory is asked for with GFP_KERNEL under its spinlock.
#include "kernel.h"
#include <linux/device.h>
static DEFINE_SPINLOCK(gauge);
static void *block;
static const char *name;

void gauge_devm_kmalloc(struct device *dev)
{
	spin_lock(&gauge);		// a1.1 holds gauge
	block = devm_kmalloc(dev, 64, GFP_KERNEL);	// a1.2 sleeps devm_kmalloc()
					// BUG[a] sleep-in-atomic: devm_kmalloc() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kzalloc(struct device *dev)
{
	spin_lock(&gauge);		// b1.1 holds gauge
	block = devm_kzalloc(dev, 64, GFP_KERNEL);	// b1.2 sleeps devm_kzalloc()
					// BUG[b] sleep-in-atomic: devm_kzalloc() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kcalloc(struct device *dev)
{
	spin_lock(&gauge);		// c1.1 holds gauge
	block = devm_kcalloc(dev, 4, 16, GFP_KERNEL);	// c1.2 sleeps devm_kcalloc()
					// BUG[c] sleep-in-atomic: devm_kcalloc() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kmalloc_array(struct device *dev)
{
	spin_lock(&gauge);		// d1.1 holds gauge
	block = devm_kmalloc_array(dev, 4, 16, GFP_KERNEL);	// d1.2 sleeps devm_kmalloc_array()
					// BUG[d] sleep-in-atomic: devm_kmalloc_array() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_krealloc(struct device *dev)
{
	spin_lock(&gauge);		// e1.1 holds gauge
	block = devm_krealloc(dev, block, 128, GFP_KERNEL);	// e1.2 sleeps devm_krealloc()
					// BUG[e] sleep-in-atomic: devm_krealloc() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kmemdup(struct device *dev, const char *text)
{
	spin_lock(&gauge);		// f1.1 holds gauge
	block = devm_kmemdup(dev, text, 8, GFP_KERNEL);	// f1.2 sleeps devm_kmemdup()
					// BUG[f] sleep-in-atomic: devm_kmemdup() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kstrdup(struct device *dev, const char *text)
{
	spin_lock(&gauge);		// g1.1 holds gauge
	block = devm_kstrdup(dev, text, GFP_KERNEL);	// g1.2 sleeps devm_kstrdup()
					// BUG[g] sleep-in-atomic: devm_kstrdup() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kasprintf(struct device *dev)
{
	spin_lock(&gauge);	// foundb1.1 holds gauge
	block = devm_kasprintf(dev, GFP_KERNEL, "gauge%d", 1);	// foundb1.2 sleeps devm_kasprintf()
					// BUG[foundb] sleep-in-atomic: devm_kasprintf() in gauge
	spin_unlock(&gauge);
}

void gauge_devm_kstrdup_const(struct device *dev, const char *text)
{
	spin_lock(&gauge);	// founda1.1 holds gauge
	name = devm_kstrdup_const(dev, text, GFP_KERNEL);	// founda1.2 sleeps devm_kstrdup_const()
					// BUG[founda] sleep-in-atomic: devm_kstrdup_const() in gauge
	spin_unlock(&gauge);
}
