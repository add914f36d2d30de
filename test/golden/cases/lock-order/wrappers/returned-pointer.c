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
			mutex_lock(&session->lock);	// 1.2 holds session.lock
			return session;
		}
	}
	return NULL;
}

void session_kill(int id)
{
	struct session *session = session_find(id);	// 1.1 calls session_find

	if (!session)
		return;
	mutex_lock(&sessions_lock);			// 1.3 wants sessions_lock
							// BUG lock-order: session.lock -> sessions_lock -> session.lock
	list_del(&session->list);
	mutex_unlock(&sessions_lock);
	mutex_unlock(&session->lock);
}

void sessions_stop(void)
{
	struct session *session;

	mutex_lock(&sessions_lock);			// 2.1 holds sessions_lock
	list_for_each_entry(session, &sessions, list) {
		mutex_lock(&session->lock);		// 2.2 wants session.lock
		mutex_unlock(&session->lock);
	}
	mutex_unlock(&sessions_lock);
}
