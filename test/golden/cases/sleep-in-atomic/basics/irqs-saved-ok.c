// After local_irq_save() the driver waits for its firmware.
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
struct card {
	int command;
};
void firmware_wait(struct card *card);

void card_send(struct card *card, int command)
{
	unsigned long flags;

	local_irq_save(flags);
	card->command = command;
	local_irq_restore(flags);
	firmware_wait(card);
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
		msleep(1);
}
