// The lookup returns the object locked, or an error in the pointer.
#include "kernel.h"
#include <linux/err.h>
struct session {
	struct mutex lock;
	bool dead;
};
static struct session *current_session;
static DEFINE_MUTEX(sessions_lock);

static noinline struct session *session_get(void)
{
	struct session *session = current_session;

	if (!session)
		return ERR_PTR(-ENOENT);
	mutex_lock(&session->lock);			// 1.2 holds session.lock
	if (session->dead) {
		mutex_unlock(&session->lock);
		return ERR_PTR(-ESTALE);
	}
	return session;
}

int session_kill(void)
{
	struct session *session = session_get();	// 1.1 calls session_get

	if (IS_ERR(session))
		return PTR_ERR(session);
	mutex_lock(&sessions_lock);			// 1.3 wants sessions_lock
							// BUG lock-order: session.lock -> sessions_lock -> session.lock
	session->dead = true;
	mutex_unlock(&sessions_lock);
	mutex_unlock(&session->lock);
	return 0;
}

void sessions_stop(struct session *session)
{
	mutex_lock(&sessions_lock);			// 2.1 holds sessions_lock
	mutex_lock(&session->lock);			// 2.2 wants session.lock
	mutex_unlock(&session->lock);
	mutex_unlock(&sessions_lock);
}
