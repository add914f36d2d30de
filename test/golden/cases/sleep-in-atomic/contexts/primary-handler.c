// The threaded interrupt's primary handler sleeps too.
#include "kernel.h"
struct touch {
	struct mutex lock;
	int x;
};

static irqreturn_t touch_check(int irq, void *data)
{
	struct touch *touch = data;

	mutex_lock(&touch->lock);	// 1.2 sleeps mutex_lock()
					// BUG sleep-in-atomic: mutex_lock() in hardirq context
	touch->x = 0;
	mutex_unlock(&touch->lock);
	return IRQ_WAKE_THREAD;
}

static irqreturn_t touch_thread(int irq, void *data)
{
	struct touch *touch = data;

	mutex_lock(&touch->lock);
	touch->x = 1;
	mutex_unlock(&touch->lock);
	return IRQ_HANDLED;
}

int touch_probe(struct device *dev, int irq, struct touch *touch)
{
	return devm_request_threaded_irq(dev, irq, touch_check, touch_thread, 0, "touch", touch);	// 1.1 starts touch_check
}
