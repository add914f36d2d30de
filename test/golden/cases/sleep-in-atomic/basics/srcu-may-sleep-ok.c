// A reader of SRCU, which may sleep, takes a mutex.
// CLEAN
#include "kernel.h"
#include <linux/srcu.h>
DEFINE_STATIC_SRCU(hooks);
void hook_run(void);

void hooks_call(void)
{
	int index = srcu_read_lock(&hooks);

	hook_run();
	srcu_read_unlock(&hooks, index);
}
//--- hook.c
#include "kernel.h"
static DEFINE_MUTEX(hook_lock);

void hook_run(void)
{
	mutex_lock(&hook_lock);
	mutex_unlock(&hook_lock);
}
