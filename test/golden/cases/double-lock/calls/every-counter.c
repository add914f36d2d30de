// A reference is put, in every other way, under the mutex that the last one takes.
#include "kernel.h"

struct atomic {
	atomic_t refs;
};
static DEFINE_MUTEX(atomic_lock);

static noinline void atomic_put(struct atomic *object)
{
	if (atomic_dec_and_test(&object->refs)) {
		mutex_lock(&atomic_lock);	// atomic1.3 wants atomic_lock
		mutex_unlock(&atomic_lock);
		kfree(object);
	}
}

void atomic_leave(struct atomic *object)
{
	mutex_lock(&atomic_lock);	// atomic1.1 holds atomic_lock
	atomic_put(object);		// atomic1.2 calls atomic_put
					// BUG[atomic] double-lock low: atomic_lock; only if it is the last
					//    reference
	mutex_unlock(&atomic_lock);
}

struct atomic_long {
	atomic_long_t refs;
};
static DEFINE_MUTEX(atomic_long_lock);

static noinline void atomic_long_put(struct atomic_long *object)
{
	if (atomic_long_dec_and_test(&object->refs)) {
		mutex_lock(&atomic_long_lock);	// atomic_long1.3 wants atomic_long_lock
		mutex_unlock(&atomic_long_lock);
		kfree(object);
	}
}

void atomic_long_leave(struct atomic_long *object)
{
	mutex_lock(&atomic_long_lock);	// atomic_long1.1 holds atomic_long_lock
	atomic_long_put(object);	// atomic_long1.2 calls atomic_long_put
					// BUG[atomic_long] double-lock low: atomic_long_lock; only if it is the
					//    last reference
	mutex_unlock(&atomic_long_lock);
}

struct wide {
	atomic64_t refs;
};
static DEFINE_MUTEX(wide_lock);

static noinline void wide_put(struct wide *object)
{
	if (atomic64_dec_and_test(&object->refs)) {
		mutex_lock(&wide_lock);	// wide1.3 wants wide_lock
		mutex_unlock(&wide_lock);
		kfree(object);
	}
}

void wide_leave(struct wide *object)
{
	mutex_lock(&wide_lock);		// wide1.1 holds wide_lock
	wide_put(object);		// wide1.2 calls wide_put
					// BUG[wide] double-lock low: wide_lock; only if it is the last reference
	mutex_unlock(&wide_lock);
}

struct sub {
	refcount_t refs;
};
static DEFINE_MUTEX(sub_lock);

static noinline void sub_put(struct sub *object)
{
	if (refcount_sub_and_test(2, &object->refs)) {
		mutex_lock(&sub_lock);	// sub1.3 wants sub_lock
		mutex_unlock(&sub_lock);
		kfree(object);
	}
}

void sub_leave(struct sub *object)
{
	mutex_lock(&sub_lock);		// sub1.1 holds sub_lock
	sub_put(object);		// sub1.2 calls sub_put
					// BUG[sub] double-lock low: sub_lock; only if it is the last reference
	mutex_unlock(&sub_lock);
}

struct atomic_sub {
	atomic_t refs;
};
static DEFINE_MUTEX(atomic_sub_lock);

static noinline void atomic_sub_put(struct atomic_sub *object)
{
	if (atomic_sub_and_test(2, &object->refs)) {
		mutex_lock(&atomic_sub_lock);	// atomic_sub1.3 wants atomic_sub_lock
		mutex_unlock(&atomic_sub_lock);
		kfree(object);
	}
}

void atomic_sub_leave(struct atomic_sub *object)
{
	mutex_lock(&atomic_sub_lock);	// atomic_sub1.1 holds atomic_sub_lock
	atomic_sub_put(object);		// atomic_sub1.2 calls atomic_sub_put
					// BUG[atomic_sub] double-lock low: atomic_sub_lock; only if it is the last
					//    reference
	mutex_unlock(&atomic_sub_lock);
}

struct atomic_long_sub {
	atomic_long_t refs;
};
static DEFINE_MUTEX(atomic_long_sub_lock);

static noinline void atomic_long_sub_put(struct atomic_long_sub *object)
{
	if (atomic_long_sub_and_test(2, &object->refs)) {
		mutex_lock(&atomic_long_sub_lock);	// atomic_long_sub1.3 wants atomic_long_sub_lock
		mutex_unlock(&atomic_long_sub_lock);
		kfree(object);
	}
}

void atomic_long_sub_leave(struct atomic_long_sub *object)
{
	mutex_lock(&atomic_long_sub_lock);	// atomic_long_sub1.1 holds atomic_long_sub_lock
	atomic_long_sub_put(object);	// atomic_long_sub1.2 calls atomic_long_sub_put
					// BUG[atomic_long_sub] double-lock low: atomic_long_sub_lock; only if it
					//    is the last reference
	mutex_unlock(&atomic_long_sub_lock);
}

struct not_one {
	refcount_t refs;
};
static DEFINE_MUTEX(not_one_lock);

static noinline void not_one_put(struct not_one *object)
{
	if (!refcount_dec_not_one(&object->refs)) {
		mutex_lock(&not_one_lock);	// not_one1.3 wants not_one_lock
		mutex_unlock(&not_one_lock);
		kfree(object);
	}
}

void not_one_leave(struct not_one *object)
{
	mutex_lock(&not_one_lock);	// not_one1.1 holds not_one_lock
	not_one_put(object);		// not_one1.2 calls not_one_put
					// BUG[not_one] double-lock low: not_one_lock; only if it is the last
					//    reference
	mutex_unlock(&not_one_lock);
}
