// A list of probes holds functions of all types; a call reaches those of its own.
#include "kernel.h"
#include "probe.h"

void level_changed(struct probe *probe, long level)
{
	mutex_lock(&level_mutex);	// 2.1 holds level_mutex
	((void (*)(void *, long))probe->func)(probe->data, level);	// 2.2 calls count_level
	mutex_unlock(&level_mutex);
}
//--- probe.h
struct probe {
	void *func, *data;
};
extern struct mutex level_mutex;
void probe_register(struct probe *probe, void *func, void *data);
//--- register.c
#include "kernel.h"
#include "probe.h"
DEFINE_MUTEX(level_mutex);

void probe_register(struct probe *probe, void *func, void *data)
{
	probe->func = func;
	probe->data = data;
}
//--- users.c
#include "kernel.h"
#include "probe.h"
static DEFINE_MUTEX(count_mutex);
static DEFINE_MUTEX(name_mutex);

static void count_level(void *data, long level)
{
	mutex_lock(&count_mutex);	// 2.3 wants count_mutex
	mutex_unlock(&count_mutex);
}

static void take_name(void *data, const char *name)
{
	mutex_lock(&name_mutex);
	mutex_unlock(&name_mutex);
}

void users_register(struct probe *level, struct probe *name)
{
	probe_register(level, count_level, NULL);
	probe_register(name, take_name, NULL);
}

void users_sum_up(void)
{
	mutex_lock(&count_mutex);	// 1.1 holds count_mutex
	mutex_lock(&level_mutex);	// 1.2 wants level_mutex
					// BUG lock-order medium: count_mutex -> level_mutex -> count_mutex; through
					//    a pointer
	mutex_unlock(&level_mutex);
	mutex_unlock(&count_mutex);
}
