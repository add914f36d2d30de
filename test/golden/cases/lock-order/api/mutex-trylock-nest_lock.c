// Since 6.16 what lets mutexes nest may be tried: held over another mutex.
// CONFIGS: all
#include "kernel.h"

int mutex_trylock_nest_lock(struct mutex *lock, struct mutex *outer);
int _mutex_trylock_nest_lock(struct mutex *lock, struct lockdep_map *outer);

static DEFINE_MUTEX(nest);

static DEFINE_MUTEX(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (!mutex_trylock_nest_lock(&hold_a, &nest))	// hold1.1 holds hold_a
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

static DEFINE_MUTEX(inside_a);
static DEFINE_MUTEX(inside_b);

void inside_forward(void)
{
	if (!_mutex_trylock_nest_lock(&inside_a, NULL))	// inside1.1 holds inside_a
		return;
	mutex_lock(&inside_b);	// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	mutex_unlock(&inside_b);
	mutex_unlock(&inside_a);
}

void inside_backward(void)
{
	mutex_lock(&inside_b);	// inside2.1 holds inside_b
	mutex_lock(&inside_a);	// inside2.2 wants inside_a
	mutex_unlock(&inside_a);
	mutex_unlock(&inside_b);
}
