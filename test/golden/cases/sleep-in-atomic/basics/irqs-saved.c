// Inside local_irq_save() the driver waits for its firmware.
#include "kernel.h"
#include <linux/delay.h>
struct card {
	int command;
};
void firmware_wait(struct card *card);

void card_send(struct card *card, int command)
{
	unsigned long flags;

	local_irq_save(flags);		// 1.1 holds hardirqs-off
	card->command = command;
	firmware_wait(card);		// 1.2 calls firmware_wait
					// BUG sleep-in-atomic medium: msleep() in hardirqs-off; only if what the call
					//    is passed has the right values
	local_irq_restore(flags);
}
//--- firmware.c
#include "kernel.h"
#include <linux/delay.h>
struct card {
	int command;
};

void firmware_wait(struct card *card)
{
	while (READ_ONCE(card->command))
		msleep(1);		// 1.3 sleeps msleep()
}
