// The caller holds the lock, and tells the callee not to take it.
// CLEAN
#include "kernel.h"
struct nvm {
	struct mutex lock;
	int dirty;
};

static noinline void nvm_flush(struct nvm *nvm, bool lock)
{
	if (lock)
		mutex_lock(&nvm->lock);
	nvm->dirty = 0;
	if (lock)
		mutex_unlock(&nvm->lock);
}

void nvm_write(struct nvm *nvm)
{
	mutex_lock(&nvm->lock);
	nvm->dirty++;
	nvm_flush(nvm, false);
	mutex_unlock(&nvm->lock);
}
