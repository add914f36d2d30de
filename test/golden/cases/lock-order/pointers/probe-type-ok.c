// A call of one type does not reach the probes of another one.
// CLEAN
#include "kernel.h"
#include "probe.h"

void level_changed(struct probe *probe, long level)
{
	mutex_lock(&level_mutex);
	((void (*)(void *, long))probe->func)(probe->data, level);
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
	mutex_lock(&count_mutex);
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
	mutex_lock(&name_mutex);
	mutex_lock(&level_mutex);
	mutex_unlock(&level_mutex);
	mutex_unlock(&name_mutex);
}
