// A bit that sleeps is a lock: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/wait_bit.h>

static unsigned long plain_a;
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	if (wait_on_bit_lock(&plain_a, 0, TASK_UNINTERRUPTIBLE))	// plain1.1 holds plain_a
		return;
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	mutex_unlock(&plain_b);
	clear_and_wake_up_bit(0, &plain_a);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	if (!wait_on_bit_lock(&plain_a, 0, TASK_UNINTERRUPTIBLE))	// plain2.2 wants plain_a
		clear_and_wake_up_bit(0, &plain_a);
	mutex_unlock(&plain_b);
}

static unsigned long io_a;
static DEFINE_MUTEX(io_b);

void io_forward(void)
{
	if (wait_on_bit_lock_io(&io_a, 0, TASK_UNINTERRUPTIBLE))	// io1.1 holds io_a
		return;
	mutex_lock(&io_b);		// io1.2 wants io_b
					// BUG[io] lock-order: io_a -> io_b -> io_a
	mutex_unlock(&io_b);
	clear_and_wake_up_bit(0, &io_a);
}

void io_backward(void)
{
	mutex_lock(&io_b);		// io2.1 holds io_b
	if (!wait_on_bit_lock_io(&io_a, 0, TASK_UNINTERRUPTIBLE))	// io2.2 wants io_a
		clear_and_wake_up_bit(0, &io_a);
	mutex_unlock(&io_b);
}

static unsigned long action_a;
static DEFINE_MUTEX(action_b);

void action_forward(void)
{
	if (wait_on_bit_lock_action(&action_a, 0, bit_wait, TASK_UNINTERRUPTIBLE))	// action1.1 holds action_a
		return;
	mutex_lock(&action_b);		// action1.2 wants action_b
					// BUG[action] lock-order: action_a -> action_b -> action_a
	mutex_unlock(&action_b);
	clear_bit_unlock(0, &action_a);
}

void action_backward(void)
{
	mutex_lock(&action_b);		// action2.1 holds action_b
	if (!wait_on_bit_lock_action(&action_a, 0, bit_wait, TASK_UNINTERRUPTIBLE))	// action2.2 wants action_a
		clear_bit_unlock(0, &action_a);
	mutex_unlock(&action_b);
}

static unsigned long high_a;
static DEFINE_MUTEX(high_b);

void high_forward(void)
{
	if (out_of_line_wait_on_bit_lock(&high_a, 3, bit_wait, TASK_UNINTERRUPTIBLE))	// high1.1 holds high_a/3
		return;
	mutex_lock(&high_b);		// high1.2 wants high_b
					// BUG[high] lock-order: high_a/3 -> high_b -> high_a/3
	mutex_unlock(&high_b);
	clear_bit_unlock(3, &high_a);
}

void high_backward(void)
{
	mutex_lock(&high_b);		// high2.1 holds high_b
	if (!out_of_line_wait_on_bit_lock(&high_a, 3, bit_wait, TASK_UNINTERRUPTIBLE))	// high2.2 wants high_a/3
		clear_bit_unlock(3, &high_a);
	mutex_unlock(&high_b);
}
