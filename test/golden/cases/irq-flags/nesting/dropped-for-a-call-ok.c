// The lock is dropped for a callback by spin_unlock(), and interrupts stay off.
// CLEAN
#include "kernel.h"
struct gadget {
	spinlock_t lock;
	int requests;
};

void gadget_complete(struct gadget *gadget);

void gadget_flush(struct gadget *gadget)
{
	unsigned long flags;

	local_irq_save(flags);
	spin_lock(&gadget->lock);
	while (gadget->requests) {
		gadget->requests--;
		spin_unlock(&gadget->lock);
		gadget_complete(gadget);
		spin_lock(&gadget->lock);
	}
	spin_unlock(&gadget->lock);
	local_irq_restore(flags);
}
