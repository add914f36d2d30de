// A program stays on its CPU while it runs, and may leave it where it was not loaded.
// CLEAN
#include "kernel.h"
struct program {
	int (*run)(void);
	int runs;
};

int program_run(struct program *program)
{
	int err = -ENOEXEC;

	migrate_disable();
	if (!program->run)
		goto out;
	program->runs++;
	err = 0;
out:
	migrate_enable();
	return err;
}
