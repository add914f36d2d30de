// Where the trylock fails, the common exit unlocks what was not taken.
#include "kernel.h"
struct scanner {
	struct mutex lock;
	int passes;
};

int scanner_poll(struct scanner *scanner)
{
	int err = 0;

	if (!mutex_trylock(&scanner->lock)) {	// 2.1 holds scanner.lock
		err = -EBUSY;
		goto out;
	}
	scanner->passes++;
out:
	mutex_unlock(&scanner->lock);		// 1.1 releases scanner.lock
						// BUG lock-balance medium: scanner.lock; a condition
						//    that was not understood may keep the paths
						//    apart
	return err;
}
