// The bell is waited for in every way after the spinlock of the door, and rung in every way under it.
// CLEAN
#include "kernel.h"
#include <linux/freezer.h>
#include <linux/hrtimer.h>
#include <linux/poll.h>
#include <linux/swait.h>
#include <linux/wait_bit.h>
static DEFINE_SPINLOCK(door);
static DECLARE_WAIT_QUEUE_HEAD(rings);
static DECLARE_SWAIT_QUEUE_HEAD(bells);
static unsigned long bits;
static bool ringing;
static long left;

void door_wait_event(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	wait_event(rings, ringing);
}

void door_io_wait_event(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	io_wait_event(rings, ringing);
}

void door_wait_event_idle(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	wait_event_idle(rings, ringing);
}

void door_wait_event_idle_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	wait_event_idle_exclusive(rings, ringing);
}

void door_swait_event_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	swait_event_exclusive(bells, ringing);
}

void door_swait_event_idle_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	swait_event_idle_exclusive(bells, ringing);
}

void door_wait_event_freezable(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_freezable(rings, ringing);
}

void door_wait_event_interruptible(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_interruptible(rings, ringing);
}

void door_wait_event_interruptible_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_interruptible_exclusive(rings, ringing);
}

void door_wait_event_killable_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_killable_exclusive(rings, ringing);
}

void door_wait_event_freezable_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_freezable_exclusive(rings, ringing);
}

void door_wait_event_killable(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_killable(rings, ringing);
}

void door_swait_event_interruptible_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = swait_event_interruptible_exclusive(bells, ringing);
}

void door_wait_event_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_timeout(rings, ringing, HZ);
}

void door_wait_event_freezable_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_freezable_timeout(rings, ringing, HZ);
}

void door_wait_event_interruptible_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_interruptible_timeout(rings, ringing, HZ);
}

void door_wait_event_idle_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_idle_timeout(rings, ringing, HZ);
}

void door_wait_event_idle_exclusive_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_idle_exclusive_timeout(rings, ringing, HZ);
}

void door_wait_event_killable_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_killable_timeout(rings, ringing, HZ);
}

void door_swait_event_timeout_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = swait_event_timeout_exclusive(bells, ringing, HZ);
}

void door_swait_event_interruptible_timeout_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = swait_event_interruptible_timeout_exclusive(bells, ringing, HZ);
}

void door_swait_event_idle_timeout_exclusive(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = swait_event_idle_timeout_exclusive(bells, ringing, HZ);
}

void door_wait_event_hrtimeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_hrtimeout(rings, ringing, NSEC_PER_SEC);
}

void door_wait_event_interruptible_hrtimeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_interruptible_hrtimeout(rings, ringing, NSEC_PER_SEC);
}

void door_wait_event_state(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_event_state(rings, ringing, TASK_IDLE);
}

void door_wait_var_event(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	wait_var_event(&ringing, ringing);
}

void door_wait_var_event_killable(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_var_event_killable(&ringing, ringing);
}

void door_wait_var_event_interruptible(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_var_event_interruptible(&ringing, ringing);
}

void door_wait_var_event_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_var_event_timeout(&ringing, ringing, HZ);
}

void door_wait_on_bit(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_on_bit(&bits, 0, TASK_UNINTERRUPTIBLE);
}

void door_wait_on_bit_io(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_on_bit_io(&bits, 0, TASK_UNINTERRUPTIBLE);
}

void door_wait_on_bit_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_on_bit_timeout(&bits, 0, TASK_UNINTERRUPTIBLE, HZ);
}

void door_wait_on_bit_action(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = wait_on_bit_action(&bits, 0, bit_wait, TASK_KILLABLE);
}

void door_out_of_line_wait_on_bit(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = out_of_line_wait_on_bit(&bits, 0, bit_wait, TASK_KILLABLE);
}

void door_out_of_line_wait_on_bit_timeout(void)
{
	spin_lock(&door);
	spin_unlock(&door);
	left = out_of_line_wait_on_bit_timeout(&bits, 0, bit_wait_timeout, TASK_KILLABLE, HZ);
}

void door_wake_up_bit(void)
{
	spin_lock(&door);
	wake_up_bit(&bits, 0);
	spin_unlock(&door);
}

void door_wake_up_var(void)
{
	spin_lock(&door);
	wake_up_var(&ringing);
	spin_unlock(&door);
}

void door_wake_up(void)
{
	spin_lock(&door);
	wake_up(&rings);
	spin_unlock(&door);
}

void door_wake_up_all(void)
{
	spin_lock(&door);
	wake_up_all(&rings);
	spin_unlock(&door);
}

void door_wake_up_locked(void)
{
	spin_lock(&door);
	spin_lock(&rings.lock);
	wake_up_locked(&rings);
	spin_unlock(&rings.lock);
	spin_unlock(&door);
}

void door_wake_up_all_locked(void)
{
	spin_lock(&door);
	spin_lock(&rings.lock);
	wake_up_all_locked(&rings);
	spin_unlock(&rings.lock);
	spin_unlock(&door);
}

void door_wake_up_sync(void)
{
	spin_lock(&door);
	wake_up_sync(&rings);
	spin_unlock(&door);
}

void door_wake_up_interruptible(void)
{
	spin_lock(&door);
	wake_up_interruptible(&rings);
	spin_unlock(&door);
}

void door_wake_up_interruptible_all(void)
{
	spin_lock(&door);
	wake_up_interruptible_all(&rings);
	spin_unlock(&door);
}

void door_wake_up_interruptible_sync(void)
{
	spin_lock(&door);
	wake_up_interruptible_sync(&rings);
	spin_unlock(&door);
}

void door_init_waitqueue_head(void)
{
	spin_lock(&door);
	init_waitqueue_head(&rings);
	spin_unlock(&door);
}

void door_wake_up_nr(void)
{
	spin_lock(&door);
	wake_up_nr(&rings, 2);
	spin_unlock(&door);
}

void door_wake_up_interruptible_nr(void)
{
	spin_lock(&door);
	wake_up_interruptible_nr(&rings, 2);
	spin_unlock(&door);
}

void door_wake_up_poll(void)
{
	spin_lock(&door);
	wake_up_poll(&rings, EPOLLIN);
	spin_unlock(&door);
}

void door_wake_up_locked_poll(void)
{
	spin_lock(&door);
	spin_lock(&rings.lock);
	wake_up_locked_poll(&rings, EPOLLIN);
	spin_unlock(&rings.lock);
	spin_unlock(&door);
}

void door_wake_up_interruptible_poll(void)
{
	spin_lock(&door);
	wake_up_interruptible_poll(&rings, EPOLLIN);
	spin_unlock(&door);
}

void door_wake_up_interruptible_sync_poll(void)
{
	spin_lock(&door);
	wake_up_interruptible_sync_poll(&rings, EPOLLIN);
	spin_unlock(&door);
}

void door_wake_up_interruptible_sync_poll_locked(void)
{
	spin_lock(&door);
	spin_lock(&rings.lock);
	wake_up_interruptible_sync_poll_locked(&rings, EPOLLIN);
	spin_unlock(&rings.lock);
	spin_unlock(&door);
}

void door_swake_up_one(void)
{
	spin_lock(&door);
	swake_up_one(&bells);
	spin_unlock(&door);
}

void door_swake_up_all(void)
{
	spin_lock(&door);
	swake_up_all(&bells);
	spin_unlock(&door);
}

void door_swake_up_locked(void)
{
	spin_lock(&door);
	raw_spin_lock(&bells.lock);
	swake_up_locked(&bells, 0);
	raw_spin_unlock(&bells.lock);
	spin_unlock(&door);
}
