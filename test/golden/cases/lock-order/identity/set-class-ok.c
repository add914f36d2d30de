// Code that gives locks classes of their own takes them in one order.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/device.h>

static struct lock_class_key keyed_key;
struct keyed {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(keyed_b);

void keyed_make(struct keyed *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_class(&object->lock, &keyed_key);
}

void keyed_forward(struct keyed *object)
{
	spin_lock(&object->lock);
	spin_lock(&keyed_b);
	spin_unlock(&keyed_b);
	spin_unlock(&object->lock);
}

void keyed_backward(struct keyed *object)
{
	spin_lock(&object->lock);
	spin_lock(&keyed_b);
	spin_unlock(&keyed_b);
	spin_unlock(&object->lock);
}

static struct lock_class_key named_key;
struct named {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(named_b);

void named_make(struct named *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_class_and_name(&object->lock, &named_key, "named");
}

void named_forward(struct named *object)
{
	spin_lock(&object->lock);
	spin_lock(&named_b);
	spin_unlock(&named_b);
	spin_unlock(&object->lock);
}

void named_backward(struct named *object)
{
	spin_lock(&object->lock);
	spin_lock(&named_b);
	spin_unlock(&named_b);
	spin_unlock(&object->lock);
}

static struct lock_class_key subclassed_key;
struct subclassed {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(subclassed_b);

void subclassed_make(struct subclassed *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_class_and_subclass(&object->lock, &subclassed_key, 1);
}

void subclassed_forward(struct subclassed *object)
{
	spin_lock(&object->lock);
	spin_lock(&subclassed_b);
	spin_unlock(&subclassed_b);
	spin_unlock(&object->lock);
}

void subclassed_backward(struct subclassed *object)
{
	spin_lock(&object->lock);
	spin_lock(&subclassed_b);
	spin_unlock(&subclassed_b);
	spin_unlock(&object->lock);
}

struct deeper {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(deeper_b);

void deeper_make(struct deeper *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_subclass(&object->lock, 1);
}

void deeper_forward(struct deeper *object)
{
	spin_lock(&object->lock);
	spin_lock(&deeper_b);
	spin_unlock(&deeper_b);
	spin_unlock(&object->lock);
}

void deeper_backward(struct deeper *object)
{
	spin_lock(&object->lock);
	spin_lock(&deeper_b);
	spin_unlock(&deeper_b);
	spin_unlock(&object->lock);
}

struct unchecked {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(unchecked_b);

void unchecked_make(struct unchecked *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_novalidate_class(&object->lock);
}

void unchecked_forward(struct unchecked *object)
{
	spin_lock(&object->lock);
	spin_lock(&unchecked_b);
	spin_unlock(&unchecked_b);
	spin_unlock(&object->lock);
}

void unchecked_backward(struct unchecked *object)
{
	spin_lock(&object->lock);
	spin_lock(&unchecked_b);
	spin_unlock(&unchecked_b);
	spin_unlock(&object->lock);
}

struct untracked {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(untracked_b);

void untracked_make(struct untracked *object)
{
	spin_lock_init(&object->lock);
	lockdep_set_notrack_class(&object->lock);
}

void untracked_forward(struct untracked *object)
{
	spin_lock(&object->lock);
	spin_lock(&untracked_b);
	spin_unlock(&untracked_b);
	spin_unlock(&object->lock);
}

void untracked_backward(struct untracked *object)
{
	spin_lock(&object->lock);
	spin_lock(&untracked_b);
	spin_unlock(&untracked_b);
	spin_unlock(&object->lock);
}

static struct lock_class_key device_key;
static DEFINE_MUTEX(device_b);

void device_make(struct device *dev)
{
	device_lock_set_class(dev, &device_key);
}

void device_forward(struct device *dev)
{
	mutex_lock(&dev->mutex);
	mutex_lock(&device_b);
	mutex_unlock(&device_b);
	mutex_unlock(&dev->mutex);
}

void device_backward(struct device *dev)
{
	mutex_lock(&dev->mutex);
	mutex_lock(&device_b);
	mutex_unlock(&device_b);
	mutex_unlock(&dev->mutex);
}
