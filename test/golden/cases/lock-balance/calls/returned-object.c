// The lookup returns the object locked; an early return of its user forgets that.
#include "kernel.h"
struct session {
	struct mutex lock;
	struct list_head list;
	int id, state;
};
static LIST_HEAD(sessions);

static noinline struct session *session_get_locked(int id)
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

int session_close(int id)
{
	struct session *session = session_get_locked(id);

	if (!session)
		return -ENOENT;
	if (session->state == 2)
		return -EALREADY;
				// MISS lock-balance: the lookup finds the object in a loop; that it is
				//    the same object which is returned, is lost there
	session->state = 2;
	mutex_unlock(&session->lock);
	return 0;
}
