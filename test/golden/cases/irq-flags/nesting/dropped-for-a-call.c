// The lock is dropped for a callback by spin_unlock_irq() inside a local_irq_save() region.
#include "kernel.h"
struct gadget {
	spinlock_t lock;
	int requests;
};

void gadget_complete(struct gadget *gadget);

void gadget_flush(struct gadget *gadget)
{
	unsigned long flags;

	local_irq_save(flags);			// 1.1 holds hardirqs-off
	spin_lock(&gadget->lock);
	while (gadget->requests) {
		gadget->requests--;
		spin_unlock_irq(&gadget->lock);	// 1.2 releases hardirqs-off
						// BUG irq-flags low: hardirqs-off; that is right
						//    where interrupts are known to be on before
		gadget_complete(gadget);
		spin_lock_irq(&gadget->lock);
	}
	spin_unlock(&gadget->lock);
	local_irq_restore(flags);
}
