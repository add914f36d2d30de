// The handler's thread takes the lock of its own only: the primary handler takes none.
// CLEAN
#include "kernel.h"
#include "touch.h"

static irqreturn_t touch_thread(int irq, void *data)
{
	touch_report(data);
	return IRQ_HANDLED;
}

static irqreturn_t touch_check(int irq, void *data)
{
	return IRQ_WAKE_THREAD;
}

int touch_start(struct touch *touch)
{
	return request_threaded_irq(touch->irq, touch_check, touch_thread, 0, "touch", touch);
}
//--- touch.h
struct touch {
	spinlock_t lock;
	int events;
	int irq;
};
void touch_report(struct touch *touch);
//--- report.c
#include "kernel.h"
#include "touch.h"

void touch_report(struct touch *touch)
{
	spin_lock(&touch->lock);
	touch->events = 0;
	spin_unlock(&touch->lock);
}
