// Works of every other sort are waited for after the mutex that they take.
// CLEAN
#include "kernel.h"

struct shot {
	struct work_struct work;
};
static DEFINE_MUTEX(shot_lock);

static void shot_run(struct work_struct *work)
{
	mutex_lock(&shot_lock);
	mutex_unlock(&shot_lock);
}

void shot_do(void)
{
	struct shot shot;

	INIT_WORK_ONSTACK(&shot.work, shot_run);
	mutex_lock(&shot_lock);
	schedule_work(&shot.work);
	mutex_unlock(&shot_lock);
	flush_work(&shot.work);
	destroy_work_on_stack(&shot.work);
}

struct delayed_shot {
	struct delayed_work work;
};
static DEFINE_MUTEX(delayed_shot_lock);

static void delayed_shot_run(struct work_struct *work)
{
	mutex_lock(&delayed_shot_lock);
	mutex_unlock(&delayed_shot_lock);
}

void delayed_shot_do(void)
{
	struct delayed_shot delayed_shot;

	INIT_DELAYED_WORK_ONSTACK(&delayed_shot.work, delayed_shot_run);
	mutex_lock(&delayed_shot_lock);
	schedule_delayed_work(&delayed_shot.work, 1);
	mutex_unlock(&delayed_shot_lock);
	flush_delayed_work(&delayed_shot.work);
	destroy_delayed_work_on_stack(&delayed_shot.work);
}

struct poll {
	struct delayed_work work;
	struct mutex lock;
};

static void poll_run(struct work_struct *work)
{
	struct poll *poll = container_of(to_delayed_work(work), struct poll, work);

	mutex_lock(&poll->lock);
	mutex_unlock(&poll->lock);
}

void poll_make(struct poll *poll)
{
	INIT_DEFERRABLE_WORK(&poll->work, poll_run);
}

void poll_end(struct poll *poll)
{
	mutex_lock(&poll->lock);
	mutex_unlock(&poll->lock);
	flush_delayed_work(&poll->work);
}

struct grace {
	struct rcu_work work;
	struct mutex lock;
};

static void grace_run(struct work_struct *work)
{
	struct grace *grace = container_of(to_rcu_work(work), struct grace, work);

	mutex_lock(&grace->lock);
	mutex_unlock(&grace->lock);
}

void grace_make(struct grace *grace)
{
	INIT_RCU_WORK(&grace->work, grace_run);
}

void grace_end(struct grace *grace)
{
	mutex_lock(&grace->lock);
	mutex_unlock(&grace->lock);
	flush_rcu_work(&grace->work);
}

struct worker {
	struct kthread_delayed_work work;
	struct mutex lock;
};

static void worker_run(struct kthread_work *work)
{
	struct worker *worker = container_of(work, struct worker, work.work);

	mutex_lock(&worker->lock);
	mutex_unlock(&worker->lock);
}

void worker_make(struct worker *worker)
{
	kthread_init_delayed_work(&worker->work, worker_run);
}

void worker_end(struct worker *worker)
{
	mutex_lock(&worker->lock);
	mutex_unlock(&worker->lock);
	kthread_cancel_delayed_work_sync(&worker->work);
}

struct switched {
	struct work_struct work;
	struct mutex lock;
};

static void switched_run(struct work_struct *work)
{
	struct switched *switched = container_of(work, struct switched, work);

	mutex_lock(&switched->lock);
	mutex_unlock(&switched->lock);
}

void switched_make(struct switched *switched)
{
	INIT_WORK(&switched->work, switched_run);
}

void switched_end(struct switched *switched)
{
	mutex_lock(&switched->lock);
	mutex_unlock(&switched->lock);
	disable_work_sync(&switched->work);
}
