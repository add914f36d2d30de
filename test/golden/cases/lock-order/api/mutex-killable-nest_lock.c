// Since 6.16 what lets mutexes nest may be killed: held over another mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"

int mutex_lock_killable_nest_lock(struct mutex *lock, struct mutex *outer);
int _mutex_lock_killable(struct mutex *lock, unsigned int subclass, struct lockdep_map *outer);

static DEFINE_MUTEX(nest);

static DEFINE_MUTEX(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (mutex_lock_killable_nest_lock(&hold_a, &nest))	// hold1.1 holds hold_a
		return;
	mutex_lock(&hold_b);	// hold1.2 wants hold_b
					// BUG[hold] lock-order: hold_a -> hold_b -> hold_a
	mutex_unlock(&hold_b);
	mutex_unlock(&hold_a);
}

void hold_backward(void)
{
	mutex_lock(&hold_b);	// hold2.1 holds hold_b
	mutex_lock(&hold_a);	// hold2.2 wants hold_a
	mutex_unlock(&hold_a);
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_a);
static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	mutex_lock(&want_a);	// want1.1 holds want_a
	mutex_lock(&want_b);	// want1.2 wants want_b
					// BUG[want] lock-order: want_a -> want_b -> want_a
	mutex_unlock(&want_b);
	mutex_unlock(&want_a);
}

void want_backward(void)
{
	mutex_lock(&want_b);	// want2.1 holds want_b
	if (!mutex_lock_killable_nest_lock(&want_a, &nest))	// want2.2 wants want_a
		mutex_unlock(&want_a);
	mutex_unlock(&want_b);
}

static DEFINE_MUTEX(inside_hold_a);
static DEFINE_MUTEX(inside_hold_b);

void inside_hold_forward(void)
{
	if (_mutex_lock_killable(&inside_hold_a, 0, NULL))	// inside_hold1.1 holds inside_hold_a
		return;
	mutex_lock(&inside_hold_b);	// inside_hold1.2 wants inside_hold_b
					// BUG[inside_hold] lock-order: inside_hold_a -> inside_hold_b -> inside_hold_a
	mutex_unlock(&inside_hold_b);
	mutex_unlock(&inside_hold_a);
}

void inside_hold_backward(void)
{
	mutex_lock(&inside_hold_b);	// inside_hold2.1 holds inside_hold_b
	mutex_lock(&inside_hold_a);	// inside_hold2.2 wants inside_hold_a
	mutex_unlock(&inside_hold_a);
	mutex_unlock(&inside_hold_b);
}

static DEFINE_MUTEX(inside_want_a);
static DEFINE_MUTEX(inside_want_b);

void inside_want_forward(void)
{
	mutex_lock(&inside_want_a);	// inside_want1.1 holds inside_want_a
	mutex_lock(&inside_want_b);	// inside_want1.2 wants inside_want_b
					// BUG[inside_want] lock-order: inside_want_a -> inside_want_b -> inside_want_a
	mutex_unlock(&inside_want_b);
	mutex_unlock(&inside_want_a);
}

void inside_want_backward(void)
{
	mutex_lock(&inside_want_b);	// inside_want2.1 holds inside_want_b
	if (!_mutex_lock_killable(&inside_want_a, 0, NULL))	// inside_want2.2 wants inside_want_a
		mutex_unlock(&inside_want_a);
	mutex_unlock(&inside_want_b);
}
