// The helper ends the caller's critical section before it logs.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(session_lock);
static DEFINE_SPINLOCK(log_lock);

static noinline void session_finish(void)
{
	spin_unlock(&session_lock);
	spin_lock(&log_lock);
	spin_unlock(&log_lock);
}

void session_close(void)
{
	spin_lock(&session_lock);
	session_finish();
}

void log_sessions(void)
{
	spin_lock(&log_lock);
	spin_lock(&session_lock);
	spin_unlock(&session_lock);
	spin_unlock(&log_lock);
}
