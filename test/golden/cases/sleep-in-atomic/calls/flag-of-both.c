// Whichever way a timer asks, it does not say that it cannot wait.
#include "kernel.h"
#include "motor.h"

static void motor_timer(struct timer_list *timer)
{
	struct motor *motor = from_timer(motor, timer, timer);

	motor_stop(motor, motor->gently ? MOTOR_SLOWLY | MOTOR_GENTLY : MOTOR_SLOWLY);	// 1.2 calls motor_stop
					// BUG sleep-in-atomic: msleep() in softirq context
}

void motor_init(struct motor *motor)
{
	timer_setup(&motor->timer, motor_timer, 0);	// 1.1 starts motor_timer
}
//--- motor.h
#include <linux/timer.h>
#define MOTOR_ASYNC 1
#define MOTOR_NOWAIT 2
#define MOTOR_SLOWLY 4
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
	msleep(10);			// 1.3 sleeps msleep()
	return 0;
}
