// Two global locks are given a class each, or are told apart where one function made both.
// CONFIGS: all
#include "kernel.h"

static struct lock_class_key class_key, named_key, subclassed_key, again_key;
static struct lock_class_key class_other, named_other, again_other;
static DEFINE_SPINLOCK(class_a);
static DEFINE_SPINLOCK(class_b);
static DEFINE_SPINLOCK(named_a);
static DEFINE_SPINLOCK(named_b);
static DEFINE_SPINLOCK(subclassed_a);
static DEFINE_SPINLOCK(subclassed_b);
static spinlock_t again_a, again_b;

void set_classes(void)
{
	lockdep_set_class(&class_a, &class_key);
	lockdep_set_class(&class_b, &class_other);
	lockdep_set_class_and_name(&named_a, &named_key, "named");
	lockdep_set_class_and_name(&named_b, &named_other, "named");
	lockdep_set_class_and_subclass(&subclassed_a, &subclassed_key, 1);
	lockdep_set_class_and_subclass(&subclassed_b, &subclassed_key, 2);
	spin_lock_init(&again_a);
	lockdep_set_class(&again_a, &again_key);
	spin_lock_init(&again_b);
	lockdep_set_class(&again_b, &again_other);
}

void class(void)
{
	spin_lock(&class_a);
	spin_lock(&class_b);
	spin_unlock(&class_b);
	spin_unlock(&class_a);
}

void named(void)
{
	spin_lock(&named_a);
	spin_lock(&named_b);
	spin_unlock(&named_b);
	spin_unlock(&named_a);
}

void subclassed(void)
{
	spin_lock(&subclassed_a);
	spin_lock(&subclassed_b);
					// FALSE double-lock low: the key alone counts, without the subclass
	spin_unlock(&subclassed_b);
	spin_unlock(&subclassed_a);
}

void again(void)
{
	spin_lock(&again_a);
	spin_lock(&again_b);
	spin_unlock(&again_b);
	spin_unlock(&again_a);
}

static spinlock_t deeper_a, deeper_b, unchecked_a, unchecked_b, untracked_a, untracked_b;

static noinline void make(spinlock_t *lock)
{
	spin_lock_init(lock);
}

void make_made(void)
{
	make(&deeper_a);
	make(&deeper_b);
	lockdep_set_subclass(&deeper_b, 1);
	make(&unchecked_a);
	make(&unchecked_b);
	lockdep_set_novalidate_class(&unchecked_b);
	make(&untracked_a);
	make(&untracked_b);
	lockdep_set_notrack_class(&untracked_b);
}

void deeper(void)
{
	spin_lock(&deeper_a);
	spin_lock(&deeper_b);
	spin_unlock(&deeper_b);
	spin_unlock(&deeper_a);
}

void unchecked(void)
{
	spin_lock(&unchecked_a);
	spin_lock(&unchecked_b);
	spin_unlock(&unchecked_b);
	spin_unlock(&unchecked_a);
}

void untracked(void)
{
	spin_lock(&untracked_a);
	spin_lock(&untracked_b);
	spin_unlock(&untracked_b);
	spin_unlock(&untracked_a);
}
