// What takes the semaphore for writing asks another question than what gives it back.
#include "kernel.h"
struct verb {
	struct rw_semaphore *sem;
	int calls;
};

static noinline bool verb_changes(unsigned int verb)
{
	return verb == 1 || verb == 2 || verb == 3 || verb == 4;
}

static noinline bool verb_reports(unsigned int verb)
{
	return verb == 3 || verb == 4 || verb == 5 || verb == 6;
}

void verb_call(struct verb *v, unsigned int verb)
{
	if (verb_changes(verb))
		down_write(v->sem);	// late1.1 holds verb.sem*
	else
		down_read(v->sem);	// 1.1 holds verb.sem*
	v->calls++;
	if (verb_reports(verb))
		up_write(v->sem);	// 1.2 releases verb.sem*
					// BUG lock-balance medium: verb.sem*; two modes may be kept
					//    apart by what was not understood
	else
		up_read(v->sem);	// late1.2 releases verb.sem*
					// BUG[late] lock-balance medium: verb.sem*; the same
}
