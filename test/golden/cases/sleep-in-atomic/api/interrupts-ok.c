// Interrupts are requested, freed and waited for after the spinlock of the clock, and switched off under it.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
#include <linux/interrupt.h>
static DEFINE_SPINLOCK(clock);
struct pulse {
	int beats;
};
static int error;

static irqreturn_t beat(int irq, void *pulse)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t tell(int irq, void *pulse)
{
	return IRQ_HANDLED;
}

void clock_synchronize_irq(void)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	synchronize_irq(7);
}

void clock_disable_irq(void)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	disable_irq(7);
}

void clock_request_irq(struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_irq(7, beat, 0, "pulse", pulse);
}

void clock_request_threaded_irq(struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_threaded_irq(7, beat, tell, 0, "pulse", pulse);
}

void clock_request_any_context_irq(struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_any_context_irq(7, beat, 0, "pulse", pulse);
}

void clock_request_nmi(struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_nmi(7, beat, 0, "pulse", pulse);
}

void clock_request_percpu_irq(struct pulse __percpu *pulses)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_percpu_irq(7, beat, "pulse", pulses);
}

void clock_request_percpu_irq_innermost(struct pulse __percpu *pulses)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = __request_percpu_irq(7, beat, 0, "pulse", pulses);
}

void clock_request_percpu_nmi(struct pulse __percpu *pulses)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = request_percpu_nmi(7, beat, "pulse", pulses);
}

void clock_devm_request_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = devm_request_irq(dev, 7, beat, 0, "pulse", pulse);
}

void clock_devm_request_threaded_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = devm_request_threaded_irq(dev, 7, beat, tell, 0, "pulse", pulse);
}

void clock_devm_request_any_context_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	error = devm_request_any_context_irq(dev, 7, beat, 0, "pulse", pulse);
}

void clock_free_irq(struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	free_irq(7, pulse);
}

void clock_devm_free_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);
	spin_unlock(&clock);
	devm_free_irq(dev, 7, pulse);
}

void clock_disable_irq_nosync(void)
{
	spin_lock(&clock);
	disable_irq_nosync(7);
	spin_unlock(&clock);
}

void clock_enable_irq(void)
{
	spin_lock(&clock);
	enable_irq(7);
	spin_unlock(&clock);
}

void clock_synchronize_hardirq(void)
{
	spin_lock(&clock);
	error = synchronize_hardirq(7);
	spin_unlock(&clock);
}
