// Where the lookup returned NULL nothing is locked.
// CLEAN
#include "kernel.h"
struct session {
	struct mutex lock;
	struct list_head list;
	int id;
};
static LIST_HEAD(sessions);
static DEFINE_MUTEX(sessions_lock);

static noinline struct session *session_find(int id)
{
	struct session *session;

	list_for_each_entry(session, &sessions, list) {
		if (session->id == id) {
			mutex_lock(&session->lock);
			return session;
		}
	}
	return NULL;
}

void session_kill(int id)
{
	struct session *session = session_find(id);

	if (session) {
		mutex_unlock(&session->lock);
		return;
	}
	mutex_lock(&sessions_lock);
	mutex_unlock(&sessions_lock);
}

void sessions_stop(void)
{
	struct session *session;

	mutex_lock(&sessions_lock);
	list_for_each_entry(session, &sessions, list) {
		mutex_lock(&session->lock);
		mutex_unlock(&session->lock);
	}
	mutex_unlock(&sessions_lock);
}
