// A child calls a helper that locks its parent, which may be anything of that class.
#include "kernel.h"
struct folder {
	struct mutex lock;
	struct folder *parent;
	int entries;
};

static noinline void folder_count(struct folder *folder)
{
	mutex_lock(&folder->lock);	// 1.3 wants folder.lock
	folder->entries++;
	mutex_unlock(&folder->lock);
}

void folder_add(struct folder *folder)
{
	mutex_lock(&folder->lock);	// 1.1 holds folder.lock
	folder->entries++;
	folder_count(folder->parent);	// 1.2 calls folder_count
				// BUG double-lock low: folder.lock; two instances of one class
	mutex_unlock(&folder->lock);
}
