// A guard() holds the spinlock in an inner block only.
// CLEAN
#include "kernel.h"
#include "modem.h"

void modem_reset(struct modem *modem)
{
	scoped_guard(spinlock, &modem->lock)
		modem->state = 0;
	modem_settle(modem);
}
//--- modem.h
struct modem {
	spinlock_t lock;
	int state;
};
void modem_settle(struct modem *modem);
//--- settle.c
#include "kernel.h"
#include <linux/delay.h>
#include "modem.h"

void modem_settle(struct modem *modem)
{
	ssleep(1);
}
