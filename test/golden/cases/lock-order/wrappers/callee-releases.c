// The helper was to end the caller's critical section before it logs, and does so too late.
#include "kernel.h"
static DEFINE_SPINLOCK(session_lock);
static DEFINE_SPINLOCK(log_lock);

static noinline void session_finish(void)
{
	spin_lock(&log_lock);		// 2.3 wants log_lock
	spin_unlock(&log_lock);
	spin_unlock(&session_lock);
}

void session_close(void)
{
	spin_lock(&session_lock);	// 2.1 holds session_lock
	session_finish();		// 2.2 calls session_finish
}

void log_sessions(void)
{
	spin_lock(&log_lock);		// 1.1 holds log_lock
	spin_lock(&session_lock);	// 1.2 wants session_lock
					// BUG lock-order: log_lock -> session_lock -> log_lock
	spin_unlock(&session_lock);
	spin_unlock(&log_lock);
}
