// The lock is dropped for a callback by spin_unlock_irq() with interrupts off for another reason.
#include "kernel.h" // MISS irq-flags: x
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
		spin_unlock_irq(&gadget->lock);
		gadget_complete(gadget);
		spin_lock_irq(&gadget->lock);
	}
	spin_unlock(&gadget->lock);
	local_irq_restore(flags);
}
