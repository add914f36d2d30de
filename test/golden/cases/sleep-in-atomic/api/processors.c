// All processors are stopped, or come and go, under the spinlock of the code.
#include "kernel.h"
#include <linux/cpu.h>
#include <linux/cpuhotplug.h>
#include <linux/smp.h>
#include <linux/stop_machine.h>
static DEFINE_SPINLOCK(code);
static int error;

static int patch(void *nothing)
{
	return 0;
}

static void poke(void *nothing)
{
}

static int come(unsigned int cpu)
{
	return 0;
}

static int go(unsigned int cpu)
{
	return 0;
}

static int arrive(unsigned int cpu, struct hlist_node *node)
{
	return 0;
}

static int leave(unsigned int cpu, struct hlist_node *node)
{
	return 0;
}

void code_stop_machine(void)
{
	spin_lock(&code);		// a1.1 holds code
	error = stop_machine(patch, NULL, NULL);	// a1.2 sleeps stop_machine()
					// BUG[a] sleep-in-atomic: stop_machine() in code
	spin_unlock(&code);
}

void code_stop_machine_cpuslocked(void)
{
	spin_lock(&code);		// b1.1 holds code
	error = stop_machine_cpuslocked(patch, NULL, NULL);	// b1.2 sleeps stop_machine_cpuslocked()
					// BUG[b] sleep-in-atomic: stop_machine_cpuslocked() in code
	spin_unlock(&code);
}

void code_stop_one_cpu(void)
{
	spin_lock(&code);		// c1.1 holds code
	error = stop_one_cpu(1, patch, NULL);	// c1.2 sleeps stop_one_cpu()
					// BUG[c] sleep-in-atomic: stop_one_cpu() in code
	spin_unlock(&code);
}

void code_cpuhp_setup_state(void)
{
	spin_lock(&code);		// d1.1 holds code
	error = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "code", come, go);
					// d1.2 sleeps cpuhp_setup_state()
					// BUG[d] sleep-in-atomic: cpuhp_setup_state() in code
	spin_unlock(&code);
}

void code_cpuhp_setup_state_cpuslocked(void)
{
	spin_lock(&code);		// e1.1 holds code
	error = cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "code", come, go);
					// e1.2 sleeps cpuhp_setup_state_cpuslocked()
					// BUG[e] sleep-in-atomic: cpuhp_setup_state_cpuslocked() in code
	spin_unlock(&code);
}

void code_cpuhp_setup_state_nocalls(void)
{
	spin_lock(&code);		// f1.1 holds code
	error = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "code", come, go);
					// f1.2 sleeps cpuhp_setup_state_nocalls()
					// BUG[f] sleep-in-atomic: cpuhp_setup_state_nocalls() in code
	spin_unlock(&code);
}

void code_cpuhp_setup_state_nocalls_cpuslocked(void)
{
	spin_lock(&code);		// g1.1 holds code
	error = cpuhp_setup_state_nocalls_cpuslocked(CPUHP_AP_ONLINE_DYN, "code", come, go);
					// g1.2 sleeps cpuhp_setup_state_nocalls_cpuslocked()
					// BUG[g] sleep-in-atomic: cpuhp_setup_state_nocalls_cpuslocked() in
					//    code
	spin_unlock(&code);
}

void code_cpuhp_setup_state_multi(void)
{
	spin_lock(&code);		// h1.1 holds code
	error = cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "code", arrive, leave);
					// h1.2 sleeps cpuhp_setup_state_multi()
					// BUG[h] sleep-in-atomic: cpuhp_setup_state_multi() in code
	spin_unlock(&code);
}

void code_cpus_read_lock(void)
{
	spin_lock(&code);		// i1.1 holds code
	cpus_read_lock();		// i1.2 sleeps cpus_read_lock()
					// BUG[i] sleep-in-atomic: cpus_read_lock() in code
	cpus_read_unlock();
	spin_unlock(&code);
}
