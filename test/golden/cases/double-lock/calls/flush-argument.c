// The caller holds the lock, and tells the callee to take it.
#include "kernel.h"
struct nvm {
	struct mutex lock;
	int dirty;
};

static noinline void nvm_flush(struct nvm *nvm, bool lock)
{
	if (lock)
		mutex_lock(&nvm->lock);	// 1.3 wants nvm.lock
	nvm->dirty = 0;
	if (lock)
		mutex_unlock(&nvm->lock);
}

void nvm_write(struct nvm *nvm)
{
	mutex_lock(&nvm->lock);		// 1.1 holds nvm.lock
	nvm->dirty++;
	nvm_flush(nvm, true);		// 1.2 calls nvm_flush
					// BUG double-lock: nvm.lock
	mutex_unlock(&nvm->lock);
}
