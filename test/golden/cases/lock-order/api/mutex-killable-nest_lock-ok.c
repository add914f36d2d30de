// Since 6.16 what lets mutexes nest may be killed: given back before the other mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

int mutex_lock_killable_nest_lock(struct mutex *lock, struct mutex *outer);
int _mutex_lock_killable(struct mutex *lock, unsigned int subclass, struct lockdep_map *outer);

static DEFINE_MUTEX(nest);

static DEFINE_MUTEX(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (mutex_lock_killable_nest_lock(&hold_a, &nest))
		return;
	mutex_unlock(&hold_a);
	mutex_lock(&hold_b);
	mutex_unlock(&hold_b);
}

void hold_backward(void)
{
	mutex_lock(&hold_b);
	mutex_lock(&hold_a);
	mutex_unlock(&hold_a);
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_a);
static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	mutex_lock(&want_a);
	mutex_unlock(&want_a);
	mutex_lock(&want_b);
	mutex_unlock(&want_b);
}

void want_backward(void)
{
	mutex_lock(&want_b);
	if (!mutex_lock_killable_nest_lock(&want_a, &nest))
		mutex_unlock(&want_a);
	mutex_unlock(&want_b);
}

static DEFINE_MUTEX(inside_hold_a);
static DEFINE_MUTEX(inside_hold_b);

void inside_hold_forward(void)
{
	if (_mutex_lock_killable(&inside_hold_a, 0, NULL))
		return;
	mutex_unlock(&inside_hold_a);
	mutex_lock(&inside_hold_b);
	mutex_unlock(&inside_hold_b);
}

void inside_hold_backward(void)
{
	mutex_lock(&inside_hold_b);
	mutex_lock(&inside_hold_a);
	mutex_unlock(&inside_hold_a);
	mutex_unlock(&inside_hold_b);
}

static DEFINE_MUTEX(inside_want_a);
static DEFINE_MUTEX(inside_want_b);

void inside_want_forward(void)
{
	mutex_lock(&inside_want_a);
	mutex_unlock(&inside_want_a);
	mutex_lock(&inside_want_b);
	mutex_unlock(&inside_want_b);
}

void inside_want_backward(void)
{
	mutex_lock(&inside_want_b);
	if (!_mutex_lock_killable(&inside_want_a, 0, NULL))
		mutex_unlock(&inside_want_a);
	mutex_unlock(&inside_want_b);
}
