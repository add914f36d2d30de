// A trylock's result as it is met in drivers: stored, in `&&`, in `?:`, negated twice.
#include "kernel.h"
static DEFINE_SPINLOCK(stored);
static DEFINE_SPINLOCK(in_and);
static DEFINE_SPINLOCK(chosen);
static DEFINE_SPINLOCK(twice);
static DEFINE_SPINLOCK(outer);

void use_stored(void)
{
	int got = spin_trylock(&stored);	// s2.1 holds stored

	if (got) {
		spin_lock(&outer);		// s2.2 wants outer
		spin_unlock(&outer);
	}
	if (got)
		spin_unlock(&stored);
}

void use_and(bool wanted)
{
	if (wanted && spin_trylock(&in_and)) {	// a1.1 holds in_and
		spin_lock(&outer);		// a1.2 wants outer
						// BUG[a] lock-order: in_and -> outer -> in_and
		spin_unlock(&outer);
		spin_unlock(&in_and);
	}
}

void use_conditional(bool wanted)
{
	bool got = wanted ? spin_trylock(&chosen) : false;	// c1.1 holds chosen

	if (!got)
		return;
	spin_lock(&outer);			// c1.2 wants outer
						// BUG[c] lock-order: chosen -> outer -> chosen
	spin_unlock(&outer);
	spin_unlock(&chosen);
}

void use_twice(void)
{
	bool got = !!spin_trylock(&twice);	// t2.1 holds twice

	if (likely(got)) {
		spin_lock(&outer);		// t2.2 wants outer
		spin_unlock(&outer);
		spin_unlock(&twice);
	}
}

void backward(void)
{
	spin_lock(&outer);			// s1.1 holds outer; a2.1 holds outer; c2.1 holds outer; t1.1 holds outer
	spin_lock(&stored);			// s1.2 wants stored
						// BUG[s] lock-order: outer -> stored -> outer
	spin_unlock(&stored);
	spin_lock(&in_and);			// a2.2 wants in_and
	spin_unlock(&in_and);
	spin_lock(&chosen);			// c2.2 wants chosen
	spin_unlock(&chosen);
	spin_lock(&twice);			// t1.2 wants twice
						// BUG[t] lock-order: outer -> twice -> outer
	spin_unlock(&twice);
	spin_unlock(&outer);
}
