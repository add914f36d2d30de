// A reference is put, in every other way, after the mutex that the last one takes.
// CLEAN
#include "kernel.h"

struct atomic {
	atomic_t refs;
};
static DEFINE_MUTEX(atomic_lock);

static noinline void atomic_put(struct atomic *object)
{
	if (atomic_dec_and_test(&object->refs)) {
		mutex_lock(&atomic_lock);
		mutex_unlock(&atomic_lock);
		kfree(object);
	}
}

void atomic_leave(struct atomic *object)
{
	mutex_lock(&atomic_lock);
	mutex_unlock(&atomic_lock);
	atomic_put(object);
}

struct atomic_long {
	atomic_long_t refs;
};
static DEFINE_MUTEX(atomic_long_lock);

static noinline void atomic_long_put(struct atomic_long *object)
{
	if (atomic_long_dec_and_test(&object->refs)) {
		mutex_lock(&atomic_long_lock);
		mutex_unlock(&atomic_long_lock);
		kfree(object);
	}
}

void atomic_long_leave(struct atomic_long *object)
{
	mutex_lock(&atomic_long_lock);
	mutex_unlock(&atomic_long_lock);
	atomic_long_put(object);
}

struct wide {
	atomic64_t refs;
};
static DEFINE_MUTEX(wide_lock);

static noinline void wide_put(struct wide *object)
{
	if (atomic64_dec_and_test(&object->refs)) {
		mutex_lock(&wide_lock);
		mutex_unlock(&wide_lock);
		kfree(object);
	}
}

void wide_leave(struct wide *object)
{
	mutex_lock(&wide_lock);
	mutex_unlock(&wide_lock);
	wide_put(object);
}

struct sub {
	refcount_t refs;
};
static DEFINE_MUTEX(sub_lock);

static noinline void sub_put(struct sub *object)
{
	if (refcount_sub_and_test(2, &object->refs)) {
		mutex_lock(&sub_lock);
		mutex_unlock(&sub_lock);
		kfree(object);
	}
}

void sub_leave(struct sub *object)
{
	mutex_lock(&sub_lock);
	mutex_unlock(&sub_lock);
	sub_put(object);
}

struct atomic_sub {
	atomic_t refs;
};
static DEFINE_MUTEX(atomic_sub_lock);

static noinline void atomic_sub_put(struct atomic_sub *object)
{
	if (atomic_sub_and_test(2, &object->refs)) {
		mutex_lock(&atomic_sub_lock);
		mutex_unlock(&atomic_sub_lock);
		kfree(object);
	}
}

void atomic_sub_leave(struct atomic_sub *object)
{
	mutex_lock(&atomic_sub_lock);
	mutex_unlock(&atomic_sub_lock);
	atomic_sub_put(object);
}

struct atomic_long_sub {
	atomic_long_t refs;
};
static DEFINE_MUTEX(atomic_long_sub_lock);

static noinline void atomic_long_sub_put(struct atomic_long_sub *object)
{
	if (atomic_long_sub_and_test(2, &object->refs)) {
		mutex_lock(&atomic_long_sub_lock);
		mutex_unlock(&atomic_long_sub_lock);
		kfree(object);
	}
}

void atomic_long_sub_leave(struct atomic_long_sub *object)
{
	mutex_lock(&atomic_long_sub_lock);
	mutex_unlock(&atomic_long_sub_lock);
	atomic_long_sub_put(object);
}

struct not_one {
	refcount_t refs;
};
static DEFINE_MUTEX(not_one_lock);

static noinline void not_one_put(struct not_one *object)
{
	if (!refcount_dec_not_one(&object->refs)) {
		mutex_lock(&not_one_lock);
		mutex_unlock(&not_one_lock);
		kfree(object);
	}
}

void not_one_leave(struct not_one *object)
{
	mutex_lock(&not_one_lock);
	mutex_unlock(&not_one_lock);
	not_one_put(object);
}
