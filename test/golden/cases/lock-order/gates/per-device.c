// Each device has a gate of its own, so it does not keep two devices apart.
#include "kernel.h"
struct adapter {
	struct mutex config;
};
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(struct adapter *adapter)
{
	mutex_lock(&adapter->config);
	mutex_lock(&a);		// 1.1 holds a
	mutex_lock(&b);		// 1.2 wants b
				// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
	mutex_unlock(&adapter->config);
}

void backward(struct adapter *adapter)
{
	mutex_lock(&adapter->config);
	mutex_lock(&b);		// 2.1 holds b
	mutex_lock(&a);		// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
	mutex_unlock(&adapter->config);
}
