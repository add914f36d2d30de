// A work of the queue of bottom halves, which is a softirq, waits for the motor.
#include "kernel.h"
#include <linux/workqueue.h>
void motor_wait(void);
extern struct workqueue_struct *system_bh_wq;
static struct work_struct wind;

static void wind_work(struct work_struct *work)
{
	motor_wait();			// 1.2 calls motor_wait
					// BUG sleep-in-atomic: msleep() in softirq context
}

void wind_start(void)
{
	INIT_WORK(&wind, wind_work);	// 1.1 starts wind_work
	queue_work(system_bh_wq, &wind);
}
//--- motor.c
#include "kernel.h"
#include <linux/delay.h>
void motor_wait(void);

void motor_wait(void)
{
	msleep(10);			// 1.3 sleeps msleep()
}
