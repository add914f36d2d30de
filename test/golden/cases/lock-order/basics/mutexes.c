// Closing a port takes the list of ports first, opening one takes the port first.
// CONFIGS: all
#include "kernel.h"
static DEFINE_MUTEX(ports_mutex);
static DEFINE_MUTEX(stats_mutex);
static int open_count;

int port_open(void)
{
	mutex_lock(&ports_mutex);	// 1.1 holds ports_mutex
	mutex_lock(&stats_mutex);	// 1.2 wants stats_mutex
					// BUG lock-order: ports_mutex -> stats_mutex -> ports_mutex
	open_count++;
	mutex_unlock(&stats_mutex);
	mutex_unlock(&ports_mutex);
	return 0;
}

void port_close(void)
{
	mutex_lock(&stats_mutex);	// 2.1 holds stats_mutex
	open_count--;
	mutex_lock(&ports_mutex);	// 2.2 wants ports_mutex
	mutex_unlock(&ports_mutex);
	mutex_unlock(&stats_mutex);
}
