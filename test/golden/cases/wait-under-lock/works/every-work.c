// Works of every other sort are waited for under the mutex that they take.
#include "kernel.h"

struct shot {
	struct work_struct work;
};
static DEFINE_MUTEX(shot_lock);

static void shot_run(struct work_struct *work)	// shot2.2 holds shot.work
{
	mutex_lock(&shot_lock);		// shot2.3 wants shot_lock
	mutex_unlock(&shot_lock);
}

void shot_do(void)
{
	struct shot shot;

	INIT_WORK_ONSTACK(&shot.work, shot_run);	// shot2.1 starts shot_run
	mutex_lock(&shot_lock);		// shot1.1 holds shot_lock
	schedule_work(&shot.work);
	flush_work(&shot.work);		// shot1.2 waits shot.work
					// BUG[shot] wait-under-lock: shot_lock -> shot.work -> shot_lock
	mutex_unlock(&shot_lock);
	destroy_work_on_stack(&shot.work);
}

struct delayed_shot {
	struct delayed_work work;
};
static DEFINE_MUTEX(delayed_shot_lock);

static void delayed_shot_run(struct work_struct *work)	// delayed_shot2.2 holds delayed_shot.work.work
{
	mutex_lock(&delayed_shot_lock);	// delayed_shot2.3 wants delayed_shot_lock
	mutex_unlock(&delayed_shot_lock);
}

void delayed_shot_do(void)
{
	struct delayed_shot delayed_shot;

	INIT_DELAYED_WORK_ONSTACK(&delayed_shot.work, delayed_shot_run);	// delayed_shot2.1 starts delayed_shot_run
	mutex_lock(&delayed_shot_lock);	// delayed_shot1.1 holds delayed_shot_lock
	schedule_delayed_work(&delayed_shot.work, 1);
	flush_delayed_work(&delayed_shot.work);	// delayed_shot1.2 waits delayed_shot.work.work
					// BUG[delayed_shot] wait-under-lock: delayed_shot_lock ->
					//    delayed_shot.work.work -> delayed_shot_lock
	mutex_unlock(&delayed_shot_lock);
	destroy_delayed_work_on_stack(&delayed_shot.work);
}

struct poll {
	struct delayed_work work;
	struct mutex lock;
};

static void poll_run(struct work_struct *work)	// poll2.2 holds poll.work.work
{
	struct poll *poll = container_of(to_delayed_work(work), struct poll, work);

	mutex_lock(&poll->lock);	// poll2.3 wants poll.lock
	mutex_unlock(&poll->lock);
}

void poll_make(struct poll *poll)
{
	INIT_DEFERRABLE_WORK(&poll->work, poll_run);	// poll2.1 starts poll_run
}

void poll_end(struct poll *poll)
{
	mutex_lock(&poll->lock);	// poll1.1 holds poll.lock
	flush_delayed_work(&poll->work);	// poll1.2 waits poll.work.work
					// BUG[poll] wait-under-lock: poll.lock -> poll.work.work -> poll.lock
	mutex_unlock(&poll->lock);
}

struct grace {
	struct rcu_work work;
	struct mutex lock;
};

static void grace_run(struct work_struct *work)	// grace2.2 holds grace.work.work
{
	struct grace *grace = container_of(to_rcu_work(work), struct grace, work);

	mutex_lock(&grace->lock);	// grace2.3 wants grace.lock
	mutex_unlock(&grace->lock);
}

void grace_make(struct grace *grace)
{
	INIT_RCU_WORK(&grace->work, grace_run);	// grace2.1 starts grace_run
}

void grace_end(struct grace *grace)
{
	mutex_lock(&grace->lock);	// grace1.1 holds grace.lock
	flush_rcu_work(&grace->work);	// grace1.2 waits grace.work.work
					// BUG[grace] wait-under-lock: grace.lock -> grace.work.work -> grace.lock
	mutex_unlock(&grace->lock);
}

struct worker {
	struct kthread_delayed_work work;
	struct mutex lock;
};

static void worker_run(struct kthread_work *work)	// worker2.2 holds worker.work.work
{
	struct worker *worker = container_of(work, struct worker, work.work);

	mutex_lock(&worker->lock);	// worker2.3 wants worker.lock
	mutex_unlock(&worker->lock);
}

void worker_make(struct worker *worker)
{
	kthread_init_delayed_work(&worker->work, worker_run);	// worker2.1 starts worker_run
}

void worker_end(struct worker *worker)
{
	mutex_lock(&worker->lock);	// worker1.1 holds worker.lock
	kthread_cancel_delayed_work_sync(&worker->work);	// worker1.2 waits worker.work.work
					// BUG[worker] wait-under-lock: worker.lock -> worker.work.work ->
					//    worker.lock
	mutex_unlock(&worker->lock);
}

struct switched {
	struct work_struct work;
	struct mutex lock;
};

static void switched_run(struct work_struct *work)	// switched2.2 holds switched.work
{
	struct switched *switched = container_of(work, struct switched, work);

	mutex_lock(&switched->lock);	// switched2.3 wants switched.lock
	mutex_unlock(&switched->lock);
}

void switched_make(struct switched *switched)
{
	INIT_WORK(&switched->work, switched_run);	// switched2.1 starts switched_run
}

void switched_end(struct switched *switched)
{
	mutex_lock(&switched->lock);	// switched1.1 holds switched.lock
	disable_work_sync(&switched->work);	// switched1.2 waits switched.work
					// BUG[switched] wait-under-lock: switched.lock -> switched.work ->
					//    switched.lock
	mutex_unlock(&switched->lock);
}
