// Whichever way a timer asks, it asks not to wait: one flag is set in both.
// CLEAN
#include "kernel.h"
#include "motor.h"

static void motor_timer(struct timer_list *timer)
{
	struct motor *motor = from_timer(motor, timer, timer);

	motor_stop(motor, motor->gently ? MOTOR_ASYNC | MOTOR_GENTLY : MOTOR_ASYNC);
}

void motor_init(struct motor *motor)
{
	timer_setup(&motor->timer, motor_timer, 0);
}
//--- motor.h
#include <linux/timer.h>
#define MOTOR_ASYNC 1
#define MOTOR_NOWAIT 2
#define MOTOR_GENTLY 8
struct motor {
	struct timer_list timer;
	bool gently, running;
};
int motor_stop(struct motor *motor, int flags);
//--- stop.c
#include "kernel.h"
#include <linux/delay.h>
#include "motor.h"

int motor_stop(struct motor *motor, int flags)
{
	motor->running = false;
	if (flags & (MOTOR_ASYNC | MOTOR_NOWAIT))
		return -EINPROGRESS;
	msleep(10);
	return 0;
}
