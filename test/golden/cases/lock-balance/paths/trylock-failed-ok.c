// Where the trylock fails, the exit behind the unlock is taken.
// CLEAN
#include "kernel.h"
struct scanner {
	struct mutex lock;
	int passes;
};

int scanner_poll(struct scanner *scanner)
{
	int err = 0;

	if (!mutex_trylock(&scanner->lock)) {
		err = -EBUSY;
		goto out;
	}
	scanner->passes++;
	mutex_unlock(&scanner->lock);
out:
	return err;
}
