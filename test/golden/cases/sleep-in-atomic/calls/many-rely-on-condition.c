// What has elapsed takes the stream's mutex only if the stream is not atomic; five drivers call it under their
// spinlocks, so theirs are.
#include "kernel.h"
struct stream {
	bool nonatomic;
	int elapsed;
	struct mutex lock;
};
void stream_elapsed(struct stream *s);

static DEFINE_SPINLOCK(cardinal_lock);

void cardinal_handle(struct stream *s)
{
	spin_lock(&cardinal_lock);
	stream_elapsed(s);
				// FALSE sleep-in-atomic low: mutex_lock() in cardinal_lock; all of them rely on it
	spin_unlock(&cardinal_lock);
}

static DEFINE_SPINLOCK(wren_lock);

void wren_handle(struct stream *s)
{
	spin_lock(&wren_lock);
	stream_elapsed(s);
				// FALSE sleep-in-atomic low: mutex_lock() in wren_lock; all of them rely on it
	spin_unlock(&wren_lock);
}

static DEFINE_SPINLOCK(robin_lock);

void robin_handle(struct stream *s)
{
	spin_lock(&robin_lock);
	stream_elapsed(s);
				// FALSE sleep-in-atomic low: mutex_lock() in robin_lock; all of them rely on it
	spin_unlock(&robin_lock);
}

static DEFINE_SPINLOCK(finch_lock);

void finch_handle(struct stream *s)
{
	spin_lock(&finch_lock);
	stream_elapsed(s);
				// FALSE sleep-in-atomic low: mutex_lock() in finch_lock; all of them rely on it
	spin_unlock(&finch_lock);
}

static DEFINE_SPINLOCK(heron_lock);

void heron_handle(struct stream *s)
{
	spin_lock(&heron_lock);
	stream_elapsed(s);
				// FALSE sleep-in-atomic low: mutex_lock() in heron_lock; all of them rely on it
	spin_unlock(&heron_lock);
}
//--- stream.c
#include "kernel.h"
struct stream {
	bool nonatomic;
	int elapsed;
	struct mutex lock;
};
void stream_elapsed(struct stream *s);

void stream_elapsed(struct stream *s)
{
	if (s->nonatomic)
		mutex_lock(&s->lock);
	s->elapsed++;
	if (s->nonatomic)
		mutex_unlock(&s->lock);
}
