// A guard() holds the spinlock to the end of the function, where it sleeps.
#include "kernel.h"
#include "modem.h"

void modem_reset(struct modem *modem)
{
	guard(spinlock)(&modem->lock);	// 1.1 calls class_spinlock_constructor
	modem->state = 0;
	modem_settle(modem);		// 1.3 calls modem_settle
					// BUG sleep-in-atomic: ssleep() in modem.lock
					// 1.2 holds modem.lock in spinlock.h
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
	ssleep(1);			// 1.4 sleeps ssleep()
}
