// A mutex is taken under a handle of the journal, and a handle is waited for under the mutex.
#include "kernel.h"
#include <linux/jbd2.h>

static DEFINE_MUTEX(plain_b);
static DEFINE_MUTEX(inside_b);

int plain_forward(journal_t *journal)
{
	handle_t *handle = jbd2_journal_start(journal, 1);

	if (IS_ERR(handle))
		return PTR_ERR(handle);
	mutex_lock(&plain_b);
					// MISS lock-order: who waits until all handles are stopped is not modelled
	mutex_unlock(&plain_b);
	return jbd2_journal_stop(handle);
}

int plain_backward(journal_t *journal)
{
	handle_t *handle;
	int err;

	mutex_lock(&plain_b);
	handle = jbd2_journal_start(journal, 1);
	if (IS_ERR(handle))
		err = PTR_ERR(handle);
	else
		err = jbd2_journal_stop(handle);
	mutex_unlock(&plain_b);
	return err;
}

int inside_forward(journal_t *journal)
{
	handle_t *handle = jbd2__journal_start(journal, 1, 0, 0, GFP_NOFS, 0, 0);

	if (IS_ERR(handle))
		return PTR_ERR(handle);
	mutex_lock(&inside_b);
					// MISS lock-order: who waits until all handles are stopped is not modelled
	mutex_unlock(&inside_b);
	return jbd2_journal_stop(handle);
}

int inside_backward(journal_t *journal)
{
	handle_t *handle;
	int err;

	mutex_lock(&inside_b);
	handle = jbd2__journal_start(journal, 1, 0, 0, GFP_NOFS, 0, 0);
	if (IS_ERR(handle))
		err = PTR_ERR(handle);
	else
		err = jbd2_journal_stop(handle);
	mutex_unlock(&inside_b);
	return err;
}
