// A child calls a helper that locks its parent, as another subclass.
// CLEAN
#include "kernel.h"
struct folder {
	struct mutex lock;
	struct folder *parent;
	int entries;
};

static noinline void folder_count(struct folder *folder)
{
	mutex_lock_nested(&folder->lock, SINGLE_DEPTH_NESTING);
	folder->entries++;
	mutex_unlock(&folder->lock);
}

void folder_add(struct folder *folder)
{
	mutex_lock(&folder->lock);
	folder->entries++;
	folder_count(folder->parent);
	mutex_unlock(&folder->lock);
}
