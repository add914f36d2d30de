// A reader in an interrupt overtakes the writer that waits: read_lock_is_recursive(), lockdep.c.
// CLEAN
#include "kernel.h"
#include <linux/hardirq.h>

static DEFINE_RWLOCK(shelf);
static DEFINE_SPINLOCK(book);
static int copies;

void interrupt_lends(void)
{
	local_irq_disable();
	__irq_enter();
	spin_lock(&book);
	read_lock(&shelf);
	copies--;
	read_unlock(&shelf);
	spin_unlock(&book);
	__irq_exit();
	local_irq_enable();
}

void counts(void)
{
	local_irq_disable();
	read_lock(&shelf);
	spin_lock(&book);
	copies++;
	spin_unlock(&book);
	read_unlock(&shelf);
	local_irq_enable();
}
