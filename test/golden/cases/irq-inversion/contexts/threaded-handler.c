// The handler's thread takes the lock of its primary handler with interrupts on.
#include "kernel.h"
#include "touch.h"

static irqreturn_t touch_thread(int irq, void *data)
{
	touch_report(data);		// 2.2 calls touch_report
	return IRQ_HANDLED;
}

static irqreturn_t touch_check(int irq, void *data)
{
	struct touch *touch = data;

	spin_lock(&touch->lock);	// 1.2 wants touch.lock
	touch->events++;
	spin_unlock(&touch->lock);
	return IRQ_WAKE_THREAD;
}

int touch_start(struct touch *touch)
{
	return request_threaded_irq(touch->irq, touch_check, touch_thread, 0, "touch", touch);	// 1.1 starts touch_check; 2.1 starts touch_thread
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
	spin_lock(&touch->lock);	// 2.3 wants touch.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: touch.lock
	touch->events = 0;
	spin_unlock(&touch->lock);
}
