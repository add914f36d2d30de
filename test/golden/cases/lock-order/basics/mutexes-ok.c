// Closing a port is done with the statistics before it takes the list of ports.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DEFINE_MUTEX(ports_mutex);
static DEFINE_MUTEX(stats_mutex);
static int open_count;

int port_open(void)
{
	mutex_lock(&ports_mutex);
	mutex_lock(&stats_mutex);
	open_count++;
	mutex_unlock(&stats_mutex);
	mutex_unlock(&ports_mutex);
	return 0;
}

void port_close(void)
{
	mutex_lock(&stats_mutex);
	open_count--;
	mutex_unlock(&stats_mutex);
	mutex_lock(&ports_mutex);
	mutex_unlock(&ports_mutex);
}
