// Code gives locks a class: one key for all of them is one class, a subclass makes another one.
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
	spin_lock(&object->lock);	// keyed1.1 holds keyed.lock
	spin_lock(&keyed_b);		// keyed1.2 wants keyed_b
					// BUG[keyed] lock-order: keyed.lock -> keyed_b ->
					//    keyed.lock
	spin_unlock(&keyed_b);
	spin_unlock(&object->lock);
}

void keyed_backward(struct keyed *object)
{
	spin_lock(&keyed_b);		// keyed2.1 holds keyed_b
	spin_lock(&object->lock);	// keyed2.2 wants keyed.lock
	spin_unlock(&object->lock);
	spin_unlock(&keyed_b);
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
	spin_lock(&object->lock);	// named1.1 holds named.lock
	spin_lock(&named_b);		// named1.2 wants named_b
					// BUG[named] lock-order: named.lock -> named_b ->
					//    named.lock
	spin_unlock(&named_b);
	spin_unlock(&object->lock);
}

void named_backward(struct named *object)
{
	spin_lock(&named_b);		// named2.1 holds named_b
	spin_lock(&object->lock);	// named2.2 wants named.lock
	spin_unlock(&object->lock);
	spin_unlock(&named_b);
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
	spin_lock(&object->lock);	// subclassed1.1 holds subclassed.lock
	spin_lock(&subclassed_b);	// subclassed1.2 wants subclassed_b
					// BUG[subclassed] lock-order: subclassed.lock -> subclassed_b ->
					//    subclassed.lock
	spin_unlock(&subclassed_b);
	spin_unlock(&object->lock);
}

void subclassed_backward(struct subclassed *object)
{
	spin_lock(&subclassed_b);	// subclassed2.1 holds subclassed_b
	spin_lock(&object->lock);	// subclassed2.2 wants subclassed.lock
	spin_unlock(&object->lock);
	spin_unlock(&subclassed_b);
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
	spin_lock(&object->lock);	// deeper1.1 holds deeper.lock
	spin_lock(&deeper_b);		// deeper1.2 wants deeper_b
					// BUG[deeper] lock-order medium: deeper.lock -> deeper_b ->
					//    deeper.lock; its subclass is another class
	spin_unlock(&deeper_b);
	spin_unlock(&object->lock);
}

void deeper_backward(struct deeper *object)
{
	spin_lock(&deeper_b);		// deeper2.1 holds deeper_b
	spin_lock(&object->lock);	// deeper2.2 wants deeper.lock
	spin_unlock(&object->lock);
	spin_unlock(&deeper_b);
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
	spin_lock(&object->lock);	// unchecked1.1 holds unchecked.lock
	spin_lock(&unchecked_b);	// unchecked1.2 wants unchecked_b
					// BUG[unchecked] lock-order: unchecked.lock -> unchecked_b
					//    -> unchecked.lock
	spin_unlock(&unchecked_b);
	spin_unlock(&object->lock);
}

void unchecked_backward(struct unchecked *object)
{
	spin_lock(&unchecked_b);	// unchecked2.1 holds unchecked_b
	spin_lock(&object->lock);	// unchecked2.2 wants unchecked.lock
	spin_unlock(&object->lock);
	spin_unlock(&unchecked_b);
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
	spin_lock(&object->lock);	// untracked1.1 holds untracked.lock
	spin_lock(&untracked_b);	// untracked1.2 wants untracked_b
					// BUG[untracked] lock-order: untracked.lock -> untracked_b
					//    -> untracked.lock
	spin_unlock(&untracked_b);
	spin_unlock(&object->lock);
}

void untracked_backward(struct untracked *object)
{
	spin_lock(&untracked_b);	// untracked2.1 holds untracked_b
	spin_lock(&object->lock);	// untracked2.2 wants untracked.lock
	spin_unlock(&object->lock);
	spin_unlock(&untracked_b);
}

static struct lock_class_key device_key;
static DEFINE_MUTEX(device_b);

void device_make(struct device *dev)
{
	device_lock_set_class(dev, &device_key);
}

void device_forward(struct device *dev)
{
	mutex_lock(&dev->mutex);	// device1.1 holds device.mutex
	mutex_lock(&device_b);		// device1.2 wants device_b
					// BUG[device] lock-order: device.mutex -> device_b -> device.mutex
	mutex_unlock(&device_b);
	mutex_unlock(&dev->mutex);
}

void device_backward(struct device *dev)
{
	mutex_lock(&device_b);		// device2.1 holds device_b
	mutex_lock(&dev->mutex);	// device2.2 wants device.mutex
	mutex_unlock(&dev->mutex);
	mutex_unlock(&device_b);
}
