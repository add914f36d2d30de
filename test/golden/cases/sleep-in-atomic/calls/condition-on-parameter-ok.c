// Whether the callee sleeps depends on nothing: it never does.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(pump);
void pump_wait(int ms);

void pump_stop(int ms)
{
	spin_lock(&pump);
	pump_wait(ms);
	spin_unlock(&pump);
}
//--- wait.c
#include "kernel.h"
#include <linux/delay.h>
void pump_wait(int ms);

void pump_wait(int ms)
{
	if (ms)
		mdelay(ms);
}
