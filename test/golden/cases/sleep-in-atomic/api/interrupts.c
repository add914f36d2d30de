// Interrupts are requested, freed and waited for under the spinlock of the clock.
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
	spin_lock(&clock);		// a1.1 holds clock
	synchronize_irq(7);		// a1.2 sleeps synchronize_irq()
					// BUG[a] sleep-in-atomic: synchronize_irq() in clock
	spin_unlock(&clock);
}

void clock_disable_irq(void)
{
	spin_lock(&clock);		// b1.1 holds clock
	disable_irq(7);			// b1.2 sleeps disable_irq()
					// BUG[b] sleep-in-atomic: disable_irq() in clock
	spin_unlock(&clock);
}

void clock_request_irq(struct pulse *pulse)
{
	spin_lock(&clock);		// c1.1 holds clock
	error = request_irq(7, beat, 0, "pulse", pulse);	// c1.2 sleeps request_irq()
					// BUG[c] sleep-in-atomic: request_irq() in clock
	spin_unlock(&clock);
}

void clock_request_threaded_irq(struct pulse *pulse)
{
	spin_lock(&clock);		// d1.1 holds clock
	error = request_threaded_irq(7, beat, tell, 0, "pulse", pulse);	// d1.2 sleeps request_threaded_irq()
					// BUG[d] sleep-in-atomic: request_threaded_irq() in clock
	spin_unlock(&clock);
}

void clock_request_any_context_irq(struct pulse *pulse)
{
	spin_lock(&clock);		// e1.1 holds clock
	error = request_any_context_irq(7, beat, 0, "pulse", pulse);	// e1.2 sleeps request_any_context_irq()
					// BUG[e] sleep-in-atomic: request_any_context_irq() in clock
	spin_unlock(&clock);
}

void clock_request_nmi(struct pulse *pulse)
{
	spin_lock(&clock);		// f1.1 holds clock
	error = request_nmi(7, beat, 0, "pulse", pulse);	// f1.2 sleeps request_nmi()
					// BUG[f] sleep-in-atomic: request_nmi() in clock
	spin_unlock(&clock);
}

void clock_request_percpu_irq(struct pulse __percpu *pulses)
{
	spin_lock(&clock);		// g1.1 holds clock
	error = request_percpu_irq(7, beat, "pulse", pulses);	// g1.2 sleeps request_percpu_irq()
					// BUG[g] sleep-in-atomic: request_percpu_irq() in clock
	spin_unlock(&clock);
}

void clock_request_percpu_irq_innermost(struct pulse __percpu *pulses)
{
	spin_lock(&clock);		// h1.1 holds clock
	error = __request_percpu_irq(7, beat, 0, "pulse", pulses);	// h1.2 sleeps __request_percpu_irq()
					// BUG[h] sleep-in-atomic: __request_percpu_irq() in clock
	spin_unlock(&clock);
}

void clock_request_percpu_nmi(struct pulse __percpu *pulses)
{
	spin_lock(&clock);		// i1.1 holds clock
	error = request_percpu_nmi(7, beat, "pulse", pulses);	// i1.2 sleeps request_percpu_nmi()
					// BUG[i] sleep-in-atomic: request_percpu_nmi() in clock
	spin_unlock(&clock);
}

void clock_devm_request_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);		// j1.1 holds clock
	error = devm_request_irq(dev, 7, beat, 0, "pulse", pulse);	// j1.2 sleeps devm_request_irq()
					// BUG[j] sleep-in-atomic: devm_request_irq() in clock
	spin_unlock(&clock);
}

void clock_devm_request_threaded_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);		// k1.1 holds clock
	error = devm_request_threaded_irq(dev, 7, beat, tell, 0, "pulse", pulse);
					// k1.2 sleeps devm_request_threaded_irq()
					// BUG[k] sleep-in-atomic: devm_request_threaded_irq() in clock
	spin_unlock(&clock);
}

void clock_devm_request_any_context_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);		// l1.1 holds clock
	error = devm_request_any_context_irq(dev, 7, beat, 0, "pulse", pulse);
					// l1.2 sleeps devm_request_any_context_irq()
					// BUG[l] sleep-in-atomic: devm_request_any_context_irq() in clock
	spin_unlock(&clock);
}

void clock_free_irq(struct pulse *pulse)
{
	spin_lock(&clock);		// m1.1 holds clock
	free_irq(7, pulse);		// m1.2 sleeps free_irq()
					// BUG[m] sleep-in-atomic: free_irq() in clock
	spin_unlock(&clock);
}

void clock_devm_free_irq(struct device *dev, struct pulse *pulse)
{
	spin_lock(&clock);		// n1.1 holds clock
	devm_free_irq(dev, 7, pulse);	// n1.2 sleeps devm_free_irq()
					// BUG[n] sleep-in-atomic: devm_free_irq() in clock
	spin_unlock(&clock);
}
