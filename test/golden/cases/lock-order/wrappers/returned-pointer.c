// The lookup returns the object locked, or NULL.
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

	if (!session)
		return;
	mutex_lock(&sessions_lock);
				// MISS lock-order: session.lock -> sessions_lock -> session.lock;
				//    the lookup's two results are not told apart: a pointer that was
				//    dereferenced is not known to be other than NULL
	list_del(&session->list);
	mutex_unlock(&sessions_lock);
	mutex_unlock(&session->lock);
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
