// A work of another queue, which is a thread, waits for the motor.
// CLEAN
#include "kernel.h"
#include <linux/workqueue.h>
void motor_wait(void);
static struct work_struct wind;

static void wind_work(struct work_struct *work)
{
	motor_wait();
}

void wind_start(void)
{
	INIT_WORK(&wind, wind_work);
	queue_work(system_highpri_wq, &wind);
}
//--- motor.c
#include "kernel.h"
#include <linux/delay.h>
void motor_wait(void);

void motor_wait(void)
{
	msleep(10);
}
