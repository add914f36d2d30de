// Whether the callee sleeps depends on how long it is to wait, which its caller is told by its own.
#include "kernel.h"
static DEFINE_SPINLOCK(pump);
void pump_wait(int ms);

void pump_stop(int ms)
{
	spin_lock(&pump);		// 1.1 holds pump
	pump_wait(ms);			// 1.2 calls pump_wait
					// BUG sleep-in-atomic medium: msleep() in pump; only if what the call is passed
					//    has the right values
	spin_unlock(&pump);
}
//--- wait.c
#include "kernel.h"
#include <linux/delay.h>
void pump_wait(int ms);

void pump_wait(int ms)
{
	if (ms)
		msleep(ms);		// 1.3 sleeps msleep()
}
