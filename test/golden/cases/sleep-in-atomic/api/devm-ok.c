// A device's own memory is asked for with GFP_ATOMIC under its spinlock, and given back there.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
static DEFINE_SPINLOCK(gauge);
static void *block;
static const char *name;

void gauge_devm_kmalloc(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_kmalloc(dev, 64, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kzalloc(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_kzalloc(dev, 64, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kcalloc(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_kcalloc(dev, 4, 16, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kmalloc_array(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_kmalloc_array(dev, 4, 16, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_krealloc(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_krealloc(dev, block, 128, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kmemdup(struct device *dev, const char *text)
{
	spin_lock(&gauge);
	block = devm_kmemdup(dev, text, 8, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kstrdup(struct device *dev, const char *text)
{
	spin_lock(&gauge);
	block = devm_kstrdup(dev, text, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kasprintf(struct device *dev)
{
	spin_lock(&gauge);
	block = devm_kasprintf(dev, GFP_ATOMIC, "gauge%d", 1);
	spin_unlock(&gauge);
}

void gauge_devm_kstrdup_const(struct device *dev, const char *text)
{
	spin_lock(&gauge);
	name = devm_kstrdup_const(dev, text, GFP_ATOMIC);
	spin_unlock(&gauge);
}

void gauge_devm_kfree(struct device *dev)
{
	spin_lock(&gauge);
	devm_kfree(dev, block);
	spin_unlock(&gauge);
}
