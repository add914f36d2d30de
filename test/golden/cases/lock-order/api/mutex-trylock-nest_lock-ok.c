// Since 6.16 what lets mutexes nest may be tried: given back before the other mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

int mutex_trylock_nest_lock(struct mutex *lock, struct mutex *outer);
int _mutex_trylock_nest_lock(struct mutex *lock, struct lockdep_map *outer);

static DEFINE_MUTEX(nest);

static DEFINE_MUTEX(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	if (!mutex_trylock_nest_lock(&hold_a, &nest))
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

static DEFINE_MUTEX(inside_a);
static DEFINE_MUTEX(inside_b);

void inside_forward(void)
{
	if (!_mutex_trylock_nest_lock(&inside_a, NULL))
		return;
	mutex_unlock(&inside_a);
	mutex_lock(&inside_b);
	mutex_unlock(&inside_b);
}

void inside_backward(void)
{
	mutex_lock(&inside_b);
	mutex_lock(&inside_a);
	mutex_unlock(&inside_a);
	mutex_unlock(&inside_b);
}
