// Two global locks are given one class, and one of them is taken under the other.
// CONFIGS: all
#include "kernel.h"

static struct lock_class_key class_key, named_key, subclassed_key, again_key;
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
	lockdep_set_class(&class_b, &class_key);
	lockdep_set_class_and_name(&named_a, &named_key, "named");
	lockdep_set_class_and_name(&named_b, &named_key, "named");
	lockdep_set_class_and_subclass(&subclassed_a, &subclassed_key, 1);
	lockdep_set_class_and_subclass(&subclassed_b, &subclassed_key, 1);
	spin_lock_init(&again_a);
	lockdep_set_class(&again_a, &again_key);
	spin_lock_init(&again_b);
	lockdep_set_class(&again_b, &again_key);
}

void class(void)
{
	spin_lock(&class_a);		// class1.1 holds class_a
	spin_lock(&class_b);		// class1.2 wants class_a
					// BUG[class] double-lock low: class_a; two instances of one class
	spin_unlock(&class_b);
	spin_unlock(&class_a);
}

void named(void)
{
	spin_lock(&named_a);		// named1.1 holds named_a
	spin_lock(&named_b);		// named1.2 wants named_a
					// BUG[named] double-lock low: named_a; two instances of one class
	spin_unlock(&named_b);
	spin_unlock(&named_a);
}

void subclassed(void)
{
	spin_lock(&subclassed_a);	// subclassed1.1 holds subclassed_a
	spin_lock(&subclassed_b);	// subclassed1.2 wants subclassed_a
					// BUG[subclassed] double-lock low: subclassed_a; two instances of one class
	spin_unlock(&subclassed_b);
	spin_unlock(&subclassed_a);
}

void again(void)
{
	spin_lock(&again_a);
	spin_lock(&again_b);
					// MISS double-lock: the initialiser's class and the key's are both counted
	spin_unlock(&again_b);
	spin_unlock(&again_a);
}
