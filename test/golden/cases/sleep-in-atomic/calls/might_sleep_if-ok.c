// The helper says might_sleep_if() it may wait, and the caller under a spinlock says it may not.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(credits);
int credit_take(bool wait);

void credits_take(void)
{
	spin_lock(&credits);
	credit_take(false);
	spin_unlock(&credits);
}
//--- credit.c
#include "kernel.h"
int credit_take(bool wait);

int credit_take(bool wait)
{
	might_sleep_if(wait);
	return 1;
}
