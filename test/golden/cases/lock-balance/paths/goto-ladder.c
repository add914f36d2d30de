// One failure jumps one label too far down the ladder, past the unlock.
#include "kernel.h"
struct card {
	struct mutex lock;
	void *buffer, *table;
};

int card_open(struct card *card)
{
	int err = -ENOMEM;

	mutex_lock(&card->lock);	// 1.1 holds card.lock
	card->buffer = kzalloc(4096, GFP_KERNEL);
	if (!card->buffer)
		goto out;
	card->table = kzalloc(512, GFP_KERNEL);
	if (!card->table)
		goto free_buffer;
	mutex_unlock(&card->lock);	// 2.1 releases card.lock
	return 0;

free_buffer:
	kfree(card->buffer);
	mutex_unlock(&card->lock);
out:
	return err;
					// BUG lock-balance: card.lock
}
