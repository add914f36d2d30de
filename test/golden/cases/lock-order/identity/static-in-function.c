// Two functions have a static lock of one name each, and each calls the other with its own held.
#include "kernel.h"
void update_index(bool nested);

void update_names(bool nested)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);			// 1.3 wants lock@update_names; 2.1 holds lock@update_names
	if (!nested)
		update_index(true);		// 2.2 calls update_index
	mutex_unlock(&lock);
}

void update_index(bool nested)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);			// 1.1 holds lock@update_index; 2.3 wants lock@update_index
	if (!nested)
		update_names(true);		// 1.2 calls update_names
						// BUG lock-order: lock@update_index -> lock@update_names -> lock@update_index
	mutex_unlock(&lock);
}
