// What takes the semaphore for writing and what gives it back ask the same question.
// CLEAN
#include "kernel.h"
struct verb {
	struct rw_semaphore *sem;
	int calls;
};

static noinline bool verb_changes(unsigned int verb)
{
	return verb == 1 || verb == 2 || verb == 3 || verb == 4;
}

void verb_call(struct verb *v, unsigned int verb)
{
	if (verb_changes(verb))
		down_write(v->sem);
	else
		down_read(v->sem);
	v->calls++;
	if (verb_changes(verb))
		up_write(v->sem);
	else
		up_read(v->sem);
}
