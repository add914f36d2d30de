// The helper says might_sleep_if() it may wait, and the caller under a spinlock says it may.
#include "kernel.h"
static DEFINE_SPINLOCK(credits);
int credit_take(bool wait);

void credits_take(void)
{
	spin_lock(&credits);		// 1.1 holds credits
	credit_take(true);		// 1.2 calls credit_take
					// BUG sleep-in-atomic: might_sleep() in credits
	spin_unlock(&credits);
}
//--- credit.c
#include "kernel.h"
int credit_take(bool wait);

int credit_take(bool wait)
{
	might_sleep_if(wait);		// 1.3 sleeps might_sleep()
	return 1;
}
