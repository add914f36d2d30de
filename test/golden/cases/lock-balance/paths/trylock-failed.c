// Where the trylock fails, the common exit unlocks what was not taken.
#include "kernel.h" // MISS lock-balance: x
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
out:
	mutex_unlock(&scanner->lock);
	return err;
}
