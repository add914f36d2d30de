// The interrupt is freed under a mutex that its thread does not take.
// CLEAN
#include "kernel.h"
#include "tpm.h"

static irqreturn_t tpm_thread(int irq, void *data)
{
	tpm_read(data);
	return IRQ_HANDLED;
}

int tpm_start(struct device *dev, struct tpm *tpm)
{
	return devm_request_threaded_irq(dev, tpm->irq, NULL, tpm_thread, IRQF_ONESHOT, "tpm", tpm);
}

void tpm_stop(struct device *dev, struct tpm *tpm)
{
	mutex_lock(&tpm->lock);
	devm_free_irq(dev, tpm->irq, tpm);
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
	mutex_lock(&tpm->buffer_lock);
	tpm->bytes++;
	mutex_unlock(&tpm->buffer_lock);
}
