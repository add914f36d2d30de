// There is only one adapter, and its gate keeps the two apart.
// CLEAN
#include "kernel.h"
struct adapter {
	struct mutex config;
};
static struct adapter the_adapter;
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(void)
{
	mutex_lock(&the_adapter.config);
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
	mutex_unlock(&the_adapter.config);
}

void backward(void)
{
	mutex_lock(&the_adapter.config);
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
	mutex_unlock(&the_adapter.config);
}
