// One of three states is always met, and its handler gives the lock back; without knowing that, a path keeps it.
#include "kernel.h"

struct machine {
	struct mutex lock, finishing;
	int state;
};

static void machine_finish(struct machine *machine)
{
	mutex_lock(&machine->finishing);
	mutex_unlock(&machine->lock);
	machine->state = 0;
	mutex_unlock(&machine->finishing);
}

int machine_ready(struct machine *machine);

void machine_step(struct machine *machine)
{
	mutex_lock(&machine->lock);
	if ((READ_ONCE(machine->state) & 3) == 1) {
		if (!machine_ready(machine)) {
			mutex_unlock(&machine->lock);
			return;
		}
		WRITE_ONCE(machine->state, 2);
	}
	if ((READ_ONCE(machine->state) & 3) == 2)
		machine_finish(machine);
}			// FALSE lock-balance medium: that the state is 1 or 2 is not known
