// A timer that is defined at file scope allocates with GFP_ATOMIC.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
static void sample(struct timer_list *timer);
static DEFINE_TIMER(sampler, sample);
static void *samples;

static void sample(struct timer_list *timer)
{
	samples = kmalloc(64, GFP_ATOMIC);
	mod_timer(&sampler, jiffies + HZ);
}
