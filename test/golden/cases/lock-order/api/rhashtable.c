// The lock of a bucket is held over a raw spinlock, until the new first entry is stored.
// CONFIGS: all
#include "kernel.h"
#include <linux/rhashtable.h>

static DEFINE_RAW_SPINLOCK(ages);

void bucket_replace(struct bucket_table *table, unsigned int hash, struct rhash_head *entry)
{
	unsigned long flags = rht_lock(table, &table->buckets[hash]);	// 2.1 calls rht_lock
						// 2.2 holds bucket_table.buckets in rhashtable.h

	raw_spin_lock(&ages);			// 2.3 wants ages
	raw_spin_unlock(&ages);
	rht_assign_unlock(table, &table->buckets[hash], entry, flags);
}

void bucket_age(struct bucket_table *table, unsigned int hash, struct rhash_head *entry)
{
	unsigned long flags;

	raw_spin_lock(&ages);			// 1.1 holds ages
	flags = rht_lock(table, &table->buckets[hash]);	// 1.2 calls rht_lock
						// 1.3 wants bucket_table.buckets in rhashtable.h
						// BUG lock-order medium: ages -> bucket_table.buckets -> ages; one of many
	rht_assign_unlock(table, &table->buckets[hash], entry, flags);
	raw_spin_unlock(&ages);
}
