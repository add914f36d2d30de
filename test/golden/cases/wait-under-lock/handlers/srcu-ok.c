// Readers of an SRCU domain are waited for after the mutex that they take.
// CLEAN
#include "kernel.h"
#include <linux/srcu.h>
#include "hooks.h"

void hooks_remove(void)
{
	mutex_lock(&hooks_lock);
	hooks = 0;
	mutex_unlock(&hooks_lock);
	synchronize_srcu(&hooks_srcu);
}
//--- hooks.h
extern struct mutex hooks_lock;
extern struct srcu_struct hooks_srcu;
extern int hooks;
//--- call.c
#include "kernel.h"
#include <linux/srcu.h>
#include "hooks.h"
DEFINE_MUTEX(hooks_lock);
DEFINE_SRCU(hooks_srcu);
int hooks;

void hooks_call(void)
{
	int index = srcu_read_lock(&hooks_srcu);

	mutex_lock(&hooks_lock);
	hooks++;
	mutex_unlock(&hooks_lock);
	srcu_read_unlock(&hooks_srcu, index);
}
