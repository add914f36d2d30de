// The lock is given back through another copy of the pointer, before the other is taken.
// CLEAN
#include "kernel.h"
struct channel {
	struct mutex lock;
};
struct device_state {
	struct channel *channel;
};
static DEFINE_MUTEX(table);

void reset(struct device_state *state)
{
	struct channel *channel = state->channel;
	struct mutex *lock = &channel->lock;

	mutex_lock(lock);
	mutex_unlock(&state->channel->lock);
	mutex_lock(&table);
	mutex_unlock(&table);
}

void stop(struct device_state *state)
{
	mutex_lock(&table);
	mutex_lock(&state->channel->lock);
	mutex_unlock(&state->channel->lock);
	mutex_unlock(&table);
}
