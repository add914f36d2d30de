// A kernel thread takes the lock of the interrupt handler with interrupts off.
// CLEAN
#include "kernel.h"
#include "radio.h"

static int radio_thread(void *data)
{
	struct radio *radio = data;

	while (!kthread_should_stop()) {
		spin_lock_irq(&radio->lock);
		radio->frames = 0;
		spin_unlock_irq(&radio->lock);
	}
	return 0;
}

void radio_run(struct radio *radio)
{
	kthread_run(radio_thread, radio, "radio");
}
//--- radio.h
struct radio {
	spinlock_t lock;
	int frames;
	int irq;
};
//--- interrupt.c
#include "kernel.h"
#include "radio.h"

static irqreturn_t radio_interrupt(int irq, void *data)
{
	struct radio *radio = data;

	spin_lock(&radio->lock);
	radio->frames++;
	spin_unlock(&radio->lock);
	return IRQ_HANDLED;
}

int radio_listen(struct radio *radio)
{
	return request_irq(radio->irq, radio_interrupt, 0, "radio", radio);
}
