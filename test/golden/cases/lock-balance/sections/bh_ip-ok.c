// Bottom halves are turned off in the name of the caller, and on once on each path.
// CLEAN
#include "kernel.h"
struct uplink {
	int sent, dropped;
};

void uplink_send(struct uplink *uplink, bool up)
{
	__local_bh_disable_ip(_THIS_IP_, SOFTIRQ_DISABLE_OFFSET);
	if (!up) {
		uplink->dropped++;
		local_bh_enable_ip(_THIS_IP_);
		return;
	}
	uplink->sent++;
	__local_bh_enable_ip(_THIS_IP_, SOFTIRQ_DISABLE_OFFSET);
}
