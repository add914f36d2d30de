// The lock of a bucket is given back with the new first entry, before the raw spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rhashtable.h>

static DEFINE_RAW_SPINLOCK(ages);

void bucket_replace(struct bucket_table *table, unsigned int hash, struct rhash_head *entry)
{
	unsigned long flags = rht_lock(table, &table->buckets[hash]);

	rht_assign_unlock(table, &table->buckets[hash], entry, flags);
	raw_spin_lock(&ages);
	raw_spin_unlock(&ages);
}

void bucket_age(struct bucket_table *table, unsigned int hash, struct rhash_head *entry)
{
	unsigned long flags;

	raw_spin_lock(&ages);
	flags = rht_lock(table, &table->buckets[hash]);
	rht_assign_unlock(table, &table->buckets[hash], entry, flags);
	raw_spin_unlock(&ages);
}
