// The interrupt is freed under a mutex that its thread takes, in another file.
#include "kernel.h"
#include "tpm.h"

static irqreturn_t tpm_thread(int irq, void *data)	// 2.2 holds tpm.irq_handler
{
	tpm_read(data);			// 2.3 calls tpm_read
	return IRQ_HANDLED;
}

int tpm_start(struct device *dev, struct tpm *tpm)
{
	return devm_request_threaded_irq(dev, tpm->irq, NULL, tpm_thread, IRQF_ONESHOT, "tpm", tpm);	// 2.1 starts tpm_thread
}

void tpm_stop(struct device *dev, struct tpm *tpm)
{
	mutex_lock(&tpm->lock);		// 1.1 holds tpm.lock
	devm_free_irq(dev, tpm->irq, tpm);	// 1.2 waits tpm.irq_handler
					// BUG wait-under-lock: tpm.lock -> tpm.irq_handler -> tpm.lock
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
	mutex_lock(&tpm->lock);		// 2.4 wants tpm.lock
	tpm->bytes++;
	mutex_unlock(&tpm->lock);
}
