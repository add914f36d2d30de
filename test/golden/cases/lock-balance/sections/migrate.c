// A program stays on its CPU for good where it was not loaded.
#include "kernel.h"
struct program {
	int (*run)(void);
	int runs;
};

int program_run(struct program *program)
{
	migrate_disable();	// 1.1 holds migrate-off
	if (!program->run)
		return -ENOEXEC;
				// BUG lock-balance: migrate-off
	program->runs++;
	migrate_enable();	// 2.1 releases migrate-off
	return 0;
}
