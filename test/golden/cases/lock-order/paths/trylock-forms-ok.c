// A trylock's result as it is met in drivers: the other lock is taken where it failed.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(stored);
static DEFINE_SPINLOCK(in_and);
static DEFINE_SPINLOCK(chosen);
static DEFINE_SPINLOCK(twice);
static DEFINE_SPINLOCK(outer);

void use_stored(void)
{
	int got = spin_trylock(&stored);

	if (!got) {
		spin_lock(&outer);
		spin_unlock(&outer);
	}
	if (got)
		spin_unlock(&stored);
}

void use_and(bool wanted)
{
	if (wanted && spin_trylock(&in_and)) {
		spin_unlock(&in_and);
	} else {
		spin_lock(&outer);
		spin_unlock(&outer);
	}
}

void use_conditional(bool wanted)
{
	bool got = wanted ? spin_trylock(&chosen) : false;

	if (got)
		spin_unlock(&chosen);
	if (got)
		return;
	spin_lock(&outer);
	spin_unlock(&outer);
}

void use_twice(void)
{
	bool got = !!spin_trylock(&twice);

	if (likely(got)) {
		spin_unlock(&twice);
	} else {
		spin_lock(&outer);
		spin_unlock(&outer);
	}
}

void backward(void)
{
	spin_lock(&outer);
	spin_lock(&stored);
	spin_unlock(&stored);
	spin_lock(&in_and);
	spin_unlock(&in_and);
	spin_lock(&chosen);
	spin_unlock(&chosen);
	spin_lock(&twice);
	spin_unlock(&twice);
	spin_unlock(&outer);
}
