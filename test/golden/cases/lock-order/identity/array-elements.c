// Buckets of a hash table: each element's lock is of one class.
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

	spin_lock(&bucket->lock);		// 1.1 holds bucket.lock
	list_add(entry, &bucket->entries);
	spin_lock(&resize_lock);		// 1.2 wants resize_lock
						// BUG lock-order: bucket.lock -> resize_lock -> bucket.lock
	spin_unlock(&resize_lock);
	spin_unlock(&bucket->lock);
}

void resize(void)
{
	int i;

	spin_lock(&resize_lock);		// 2.1 holds resize_lock
	for (i = 0; i < 16; i++) {
		spin_lock(&buckets[i].lock);	// 2.2 wants bucket.lock
		spin_unlock(&buckets[i].lock);
	}
	spin_unlock(&resize_lock);
}
