// Every failure jumps to the label that undoes what was done.
// CLEAN
#include "kernel.h"
struct card {
	struct mutex lock;
	void *buffer, *table;
};

int card_open(struct card *card)
{
	int err = -ENOMEM;

	mutex_lock(&card->lock);
	card->buffer = kzalloc(4096, GFP_KERNEL);
	if (!card->buffer)
		goto unlock;
	card->table = kzalloc(512, GFP_KERNEL);
	if (!card->table)
		goto free_buffer;
	mutex_unlock(&card->lock);
	return 0;

free_buffer:
	kfree(card->buffer);
unlock:
	mutex_unlock(&card->lock);
	return err;
}
