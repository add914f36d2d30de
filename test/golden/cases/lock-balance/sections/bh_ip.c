// Bottom halves are turned off in the name of the caller, and twice on where nothing was sent.
#include "kernel.h"
struct uplink {
	int sent, dropped;
};

void uplink_send(struct uplink *uplink, bool up)
{
	__local_bh_disable_ip(_THIS_IP_, SOFTIRQ_DISABLE_OFFSET);	// 1.1 holds softirqs-off
	if (up) {
		uplink->sent++;
	} else {
		uplink->dropped++;
		local_bh_enable_ip(_THIS_IP_);			// 1.2 releases softirqs-off
	}
	__local_bh_enable_ip(_THIS_IP_, SOFTIRQ_DISABLE_OFFSET);	// 1.3 releases softirqs-off
									// BUG lock-balance: softirqs-off
}
