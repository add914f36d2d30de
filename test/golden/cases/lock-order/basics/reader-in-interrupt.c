// A writer in an interrupt waits for a reader elsewhere that waits for it.
#include "kernel.h"
#include <linux/hardirq.h>

static DEFINE_RWLOCK(shelf);
static DEFINE_SPINLOCK(book);
static int copies;

void interrupt_lends(void)
{
	local_irq_disable();
	__irq_enter();
	spin_lock(&book);		// 1.1 holds book
	write_lock(&shelf);		// 1.2 wants shelf
				// BUG lock-order: book -> shelf -> book
	copies--;
	write_unlock(&shelf);
	spin_unlock(&book);
	__irq_exit();
	local_irq_enable();
}

void counts(void)
{
	local_irq_disable();
	read_lock(&shelf);		// 2.1 holds shelf
	spin_lock(&book);		// 2.2 wants book
	copies++;
	spin_unlock(&book);
	read_unlock(&shelf);
	local_irq_enable();
}
