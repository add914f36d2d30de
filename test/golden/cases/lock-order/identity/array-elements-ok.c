// A bucket is given back before the table may be resized.
// CLEAN
#include "kernel.h"
struct bucket {
	spinlock_t lock;
	struct list_head entries;
};
static struct bucket buckets[16];
static DEFINE_SPINLOCK(resize_lock);

void insert(unsigned int hash, struct list_head *entry)
{
	struct bucket *bucket = &buckets[hash % 16];

	spin_lock(&bucket->lock);
	list_add(entry, &bucket->entries);
	spin_unlock(&bucket->lock);
	spin_lock(&resize_lock);
	spin_unlock(&resize_lock);
}

void resize(void)
{
	int i;

	spin_lock(&resize_lock);
	for (i = 0; i < 16; i++) {
		spin_lock(&buckets[i].lock);
		spin_unlock(&buckets[i].lock);
	}
	spin_unlock(&resize_lock);
}
