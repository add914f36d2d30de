// A timer that is defined at file scope allocates with GFP_KERNEL.
#include "kernel.h"
#include <linux/timer.h>
static void sample(struct timer_list *timer);
static DEFINE_TIMER(sampler, sample);
static void *samples;

static void sample(struct timer_list *timer)	// 1.1 enters sample
{
	samples = kmalloc(64, GFP_KERNEL);	// 1.2 sleeps kmalloc()
					// BUG sleep-in-atomic: kmalloc() in softirq context
	mod_timer(&sampler, jiffies + HZ);
}
