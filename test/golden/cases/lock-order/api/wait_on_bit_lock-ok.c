// A bit that sleeps is given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/wait_bit.h>

static unsigned long plain_a;
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	if (wait_on_bit_lock(&plain_a, 0, TASK_UNINTERRUPTIBLE))
		return;
	clear_and_wake_up_bit(0, &plain_a);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	if (!wait_on_bit_lock(&plain_a, 0, TASK_UNINTERRUPTIBLE))
		clear_and_wake_up_bit(0, &plain_a);
	mutex_unlock(&plain_b);
}

static unsigned long io_a;
static DEFINE_MUTEX(io_b);

void io_forward(void)
{
	if (wait_on_bit_lock_io(&io_a, 0, TASK_UNINTERRUPTIBLE))
		return;
	clear_and_wake_up_bit(0, &io_a);
	mutex_lock(&io_b);
	mutex_unlock(&io_b);
}

void io_backward(void)
{
	mutex_lock(&io_b);
	if (!wait_on_bit_lock_io(&io_a, 0, TASK_UNINTERRUPTIBLE))
		clear_and_wake_up_bit(0, &io_a);
	mutex_unlock(&io_b);
}

static unsigned long action_a;
static DEFINE_MUTEX(action_b);

void action_forward(void)
{
	if (wait_on_bit_lock_action(&action_a, 0, bit_wait, TASK_UNINTERRUPTIBLE))
		return;
	clear_bit_unlock(0, &action_a);
	mutex_lock(&action_b);
	mutex_unlock(&action_b);
}

void action_backward(void)
{
	mutex_lock(&action_b);
	if (!wait_on_bit_lock_action(&action_a, 0, bit_wait, TASK_UNINTERRUPTIBLE))
		clear_bit_unlock(0, &action_a);
	mutex_unlock(&action_b);
}

static unsigned long high_a;
static DEFINE_MUTEX(high_b);

void high_forward(void)
{
	if (out_of_line_wait_on_bit_lock(&high_a, 3, bit_wait, TASK_UNINTERRUPTIBLE))
		return;
	clear_bit_unlock(3, &high_a);
	mutex_lock(&high_b);
	mutex_unlock(&high_b);
}

void high_backward(void)
{
	mutex_lock(&high_b);
	if (!out_of_line_wait_on_bit_lock(&high_a, 3, bit_wait, TASK_UNINTERRUPTIBLE))
		clear_bit_unlock(3, &high_a);
	mutex_unlock(&high_b);
}
