// Two functions have a static lock of one name each, and one calls the other with nothing held.
// CLEAN
#include "kernel.h"
void update_index(bool nested);

void update_names(bool nested)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);
	if (!nested)
		update_index(true);
	mutex_unlock(&lock);
}

void update_index(bool nested)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);
	mutex_unlock(&lock);
	if (!nested)
		update_names(true);
}
