// The interrupt is freed under a mutex that its thread takes, in another file.
#include "kernel.h"
#include "tpm.h"

static irqreturn_t tpm_thread(int irq, void *data)	// 1.2 holds tpm.irq_handler
{
	tpm_read(data);			// 1.3 calls tpm_read
					// BUG wait-under-lock medium: tpm.irq_handler -> tpm.lock ->
					//    tpm.irq_handler; the locks are of the same classes, but perhaps of
					//    different objects
	return IRQ_HANDLED;
}

int tpm_start(struct device *dev, struct tpm *tpm)
{
	return devm_request_threaded_irq(dev, tpm->irq, NULL, tpm_thread, IRQF_ONESHOT, "tpm", tpm);	// 1.1 starts tpm_thread
}

void tpm_stop(struct device *dev, struct tpm *tpm)
{
	mutex_lock(&tpm->lock);		// 2.1 holds tpm.lock
	devm_free_irq(dev, tpm->irq, tpm);	// 2.2 waits tpm.irq_handler
	mutex_unlock(&tpm->lock);
}
//--- tpm.h
struct tpm {
	struct mutex lock, buffer_lock;
	int bytes;
	int irq;
};
void tpm_read(struct tpm *tpm);
//--- read.c
#include "kernel.h"
#include "tpm.h"

void tpm_read(struct tpm *tpm)
{
	mutex_lock(&tpm->lock);		// 1.4 wants tpm.lock
	tpm->bytes++;
	mutex_unlock(&tpm->lock);
}
