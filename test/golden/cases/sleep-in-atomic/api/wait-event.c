// The bell is waited for in every way under the spinlock of the door.
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
	spin_lock(&door);		// a1.1 holds door
	wait_event(rings, ringing);	// a1.2 sleeps wait_event()
					// BUG[a] sleep-in-atomic: wait_event() in door
	spin_unlock(&door);
}

void door_io_wait_event(void)
{
	spin_lock(&door);		// b1.1 holds door
	io_wait_event(rings, ringing);	// b1.2 sleeps io_wait_event()
					// BUG[b] sleep-in-atomic: io_wait_event() in door
	spin_unlock(&door);
}

void door_wait_event_idle(void)
{
	spin_lock(&door);		// c1.1 holds door
	wait_event_idle(rings, ringing);	// c1.2 sleeps wait_event_idle()
					// BUG[c] sleep-in-atomic: wait_event_idle() in door
	spin_unlock(&door);
}

void door_wait_event_idle_exclusive(void)
{
	spin_lock(&door);		// d1.1 holds door
	wait_event_idle_exclusive(rings, ringing);	// d1.2 sleeps wait_event_idle_exclusive()
					// BUG[d] sleep-in-atomic: wait_event_idle_exclusive() in door
	spin_unlock(&door);
}

void door_swait_event_exclusive(void)
{
	spin_lock(&door);		// e1.1 holds door
	swait_event_exclusive(bells, ringing);	// e1.2 sleeps swait_event_exclusive()
					// BUG[e] sleep-in-atomic: swait_event_exclusive() in door
	spin_unlock(&door);
}

void door_swait_event_idle_exclusive(void)
{
	spin_lock(&door);		// f1.1 holds door
	swait_event_idle_exclusive(bells, ringing);	// f1.2 sleeps swait_event_idle_exclusive()
					// BUG[f] sleep-in-atomic: swait_event_idle_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_freezable(void)
{
	spin_lock(&door);		// g1.1 holds door
	left = wait_event_freezable(rings, ringing);	// g1.2 sleeps wait_event_freezable()
					// BUG[g] sleep-in-atomic: wait_event_freezable() in door
	spin_unlock(&door);
}

void door_wait_event_interruptible(void)
{
	spin_lock(&door);		// h1.1 holds door
	left = wait_event_interruptible(rings, ringing);	// h1.2 sleeps wait_event_interruptible()
					// BUG[h] sleep-in-atomic: wait_event_interruptible() in door
	spin_unlock(&door);
}

void door_wait_event_interruptible_exclusive(void)
{
	spin_lock(&door);		// i1.1 holds door
	left = wait_event_interruptible_exclusive(rings, ringing);
					// i1.2 sleeps wait_event_interruptible_exclusive()
					// BUG[i] sleep-in-atomic: wait_event_interruptible_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_killable_exclusive(void)
{
	spin_lock(&door);		// j1.1 holds door
	left = wait_event_killable_exclusive(rings, ringing);	// j1.2 sleeps wait_event_killable_exclusive()
					// BUG[j] sleep-in-atomic: wait_event_killable_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_freezable_exclusive(void)
{
	spin_lock(&door);		// k1.1 holds door
	left = wait_event_freezable_exclusive(rings, ringing);	// k1.2 sleeps wait_event_freezable_exclusive()
					// BUG[k] sleep-in-atomic: wait_event_freezable_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_killable(void)
{
	spin_lock(&door);		// l1.1 holds door
	left = wait_event_killable(rings, ringing);	// l1.2 sleeps wait_event_killable()
					// BUG[l] sleep-in-atomic: wait_event_killable() in door
	spin_unlock(&door);
}

void door_swait_event_interruptible_exclusive(void)
{
	spin_lock(&door);		// m1.1 holds door
	left = swait_event_interruptible_exclusive(bells, ringing);
					// m1.2 sleeps swait_event_interruptible_exclusive()
					// BUG[m] sleep-in-atomic: swait_event_interruptible_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_timeout(void)
{
	spin_lock(&door);		// n1.1 holds door
	left = wait_event_timeout(rings, ringing, HZ);	// n1.2 sleeps wait_event_timeout()
					// BUG[n] sleep-in-atomic: wait_event_timeout() in door
	spin_unlock(&door);
}

void door_wait_event_freezable_timeout(void)
{
	spin_lock(&door);		// o1.1 holds door
	left = wait_event_freezable_timeout(rings, ringing, HZ);
					// o1.2 sleeps wait_event_freezable_timeout()
					// BUG[o] sleep-in-atomic: wait_event_freezable_timeout() in door
	spin_unlock(&door);
}

void door_wait_event_interruptible_timeout(void)
{
	spin_lock(&door);		// p1.1 holds door
	left = wait_event_interruptible_timeout(rings, ringing, HZ);
					// p1.2 sleeps wait_event_interruptible_timeout()
					// BUG[p] sleep-in-atomic: wait_event_interruptible_timeout() in door
	spin_unlock(&door);
}

void door_wait_event_idle_timeout(void)
{
	spin_lock(&door);		// q1.1 holds door
	left = wait_event_idle_timeout(rings, ringing, HZ);	// q1.2 sleeps wait_event_idle_timeout()
					// BUG[q] sleep-in-atomic: wait_event_idle_timeout() in door
	spin_unlock(&door);
}

void door_wait_event_idle_exclusive_timeout(void)
{
	spin_lock(&door);		// r1.1 holds door
	left = wait_event_idle_exclusive_timeout(rings, ringing, HZ);
					// r1.2 sleeps wait_event_idle_exclusive_timeout()
					// BUG[r] sleep-in-atomic: wait_event_idle_exclusive_timeout() in door
	spin_unlock(&door);
}

void door_wait_event_killable_timeout(void)
{
	spin_lock(&door);		// s1.1 holds door
	left = wait_event_killable_timeout(rings, ringing, HZ);	// s1.2 sleeps wait_event_killable_timeout()
					// BUG[s] sleep-in-atomic: wait_event_killable_timeout() in door
	spin_unlock(&door);
}

void door_swait_event_timeout_exclusive(void)
{
	spin_lock(&door);		// t1.1 holds door
	left = swait_event_timeout_exclusive(bells, ringing, HZ);
					// t1.2 sleeps swait_event_timeout_exclusive()
					// BUG[t] sleep-in-atomic: swait_event_timeout_exclusive() in door
	spin_unlock(&door);
}

void door_swait_event_interruptible_timeout_exclusive(void)
{
	spin_lock(&door);		// u1.1 holds door
	left = swait_event_interruptible_timeout_exclusive(bells, ringing, HZ);
					// u1.2 sleeps swait_event_interruptible_timeout_exclusive()
					// BUG[u] sleep-in-atomic: swait_event_interruptible_timeout_exclusive()
					//    in door
	spin_unlock(&door);
}

void door_swait_event_idle_timeout_exclusive(void)
{
	spin_lock(&door);		// v1.1 holds door
	left = swait_event_idle_timeout_exclusive(bells, ringing, HZ);
					// v1.2 sleeps swait_event_idle_timeout_exclusive()
					// BUG[v] sleep-in-atomic: swait_event_idle_timeout_exclusive() in door
	spin_unlock(&door);
}

void door_wait_event_hrtimeout(void)
{
	spin_lock(&door);		// w1.1 holds door
	left = wait_event_hrtimeout(rings, ringing, NSEC_PER_SEC);	// w1.2 sleeps wait_event_hrtimeout()
					// BUG[w] sleep-in-atomic: wait_event_hrtimeout() in door
	spin_unlock(&door);
}

void door_wait_event_interruptible_hrtimeout(void)
{
	spin_lock(&door);		// x1.1 holds door
	left = wait_event_interruptible_hrtimeout(rings, ringing, NSEC_PER_SEC);
					// x1.2 sleeps wait_event_interruptible_hrtimeout()
					// BUG[x] sleep-in-atomic: wait_event_interruptible_hrtimeout() in door
	spin_unlock(&door);
}

void door_wait_event_state(void)
{
	spin_lock(&door);		// y1.1 holds door
	left = wait_event_state(rings, ringing, TASK_IDLE);	// y1.2 sleeps wait_event_state()
					// BUG[y] sleep-in-atomic: wait_event_state() in door
	spin_unlock(&door);
}

void door_wait_var_event(void)
{
	spin_lock(&door);		// z1.1 holds door
	wait_var_event(&ringing, ringing);	// z1.2 sleeps wait_var_event()
					// BUG[z] sleep-in-atomic: wait_var_event() in door
	spin_unlock(&door);
}

void door_wait_var_event_killable(void)
{
	spin_lock(&door);		// aa1.1 holds door
	left = wait_var_event_killable(&ringing, ringing);	// aa1.2 sleeps wait_var_event_killable()
					// BUG[aa] sleep-in-atomic: wait_var_event_killable() in door
	spin_unlock(&door);
}

void door_wait_var_event_interruptible(void)
{
	spin_lock(&door);		// ab1.1 holds door
	left = wait_var_event_interruptible(&ringing, ringing);	// ab1.2 sleeps wait_var_event_interruptible()
					// BUG[ab] sleep-in-atomic: wait_var_event_interruptible() in door
	spin_unlock(&door);
}

void door_wait_var_event_timeout(void)
{
	spin_lock(&door);		// ac1.1 holds door
	left = wait_var_event_timeout(&ringing, ringing, HZ);	// ac1.2 sleeps wait_var_event_timeout()
					// BUG[ac] sleep-in-atomic: wait_var_event_timeout() in door
	spin_unlock(&door);
}

void door_wait_on_bit(void)
{
	spin_lock(&door);		// ad1.1 holds door
	left = wait_on_bit(&bits, 0, TASK_UNINTERRUPTIBLE);	// ad1.2 sleeps wait_on_bit()
					// BUG[ad] sleep-in-atomic: wait_on_bit() in door
	spin_unlock(&door);
}

void door_wait_on_bit_io(void)
{
	spin_lock(&door);		// ae1.1 holds door
	left = wait_on_bit_io(&bits, 0, TASK_UNINTERRUPTIBLE);	// ae1.2 sleeps wait_on_bit_io()
					// BUG[ae] sleep-in-atomic: wait_on_bit_io() in door
	spin_unlock(&door);
}

void door_wait_on_bit_timeout(void)
{
	spin_lock(&door);		// af1.1 holds door
	left = wait_on_bit_timeout(&bits, 0, TASK_UNINTERRUPTIBLE, HZ);	// af1.2 sleeps wait_on_bit_timeout()
					// BUG[af] sleep-in-atomic: wait_on_bit_timeout() in door
	spin_unlock(&door);
}

void door_wait_on_bit_action(void)
{
	spin_lock(&door);		// ag1.1 holds door
	left = wait_on_bit_action(&bits, 0, bit_wait, TASK_KILLABLE);	// ag1.2 sleeps wait_on_bit_action()
					// BUG[ag] sleep-in-atomic: wait_on_bit_action() in door
	spin_unlock(&door);
}

void door_out_of_line_wait_on_bit(void)
{
	spin_lock(&door);		// ah1.1 holds door
	left = out_of_line_wait_on_bit(&bits, 0, bit_wait, TASK_KILLABLE);
					// ah1.2 sleeps out_of_line_wait_on_bit()
					// BUG[ah] sleep-in-atomic: out_of_line_wait_on_bit() in door
	spin_unlock(&door);
}

void door_out_of_line_wait_on_bit_timeout(void)
{
	spin_lock(&door);		// ai1.1 holds door
	left = out_of_line_wait_on_bit_timeout(&bits, 0, bit_wait_timeout, TASK_KILLABLE, HZ);
					// ai1.2 sleeps out_of_line_wait_on_bit_timeout()
					// BUG[ai] sleep-in-atomic: out_of_line_wait_on_bit_timeout() in door
	spin_unlock(&door);
}
