// Where the lookup returned an error nothing is locked.
// CLEAN
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
	mutex_lock(&session->lock);
	if (session->dead) {
		mutex_unlock(&session->lock);
		return ERR_PTR(-ESTALE);
	}
	return session;
}

int session_kill(void)
{
	struct session *session = session_get();

	if (!IS_ERR(session)) {
		mutex_unlock(&session->lock);
		return 0;
	}
	mutex_lock(&sessions_lock);
	mutex_unlock(&sessions_lock);
	return PTR_ERR(session);
}

void sessions_stop(struct session *session)
{
	mutex_lock(&sessions_lock);
	mutex_lock(&session->lock);
	mutex_unlock(&session->lock);
	mutex_unlock(&sessions_lock);
}
