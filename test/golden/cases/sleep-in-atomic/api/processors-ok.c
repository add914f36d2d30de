// All processors are stopped, or come and go, after the spinlock of the code.
// CLEAN
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
	spin_lock(&code);
	spin_unlock(&code);
	error = stop_machine(patch, NULL, NULL);
}

void code_stop_machine_cpuslocked(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	cpus_read_lock();
	error = stop_machine_cpuslocked(patch, NULL, NULL);
	cpus_read_unlock();
}

void code_stop_one_cpu(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	error = stop_one_cpu(1, patch, NULL);
}

void code_cpuhp_setup_state(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	error = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "code", come, go);
}

void code_cpuhp_setup_state_cpuslocked(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	cpus_read_lock();
	error = cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "code", come, go);
	cpus_read_unlock();
}

void code_cpuhp_setup_state_nocalls(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	error = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "code", come, go);
}

void code_cpuhp_setup_state_nocalls_cpuslocked(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	cpus_read_lock();
	error = cpuhp_setup_state_nocalls_cpuslocked(CPUHP_AP_ONLINE_DYN, "code", come, go);
	cpus_read_unlock();
}

void code_cpuhp_setup_state_multi(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	error = cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "code", arrive, leave);
}

void code_cpus_read_lock(void)
{
	spin_lock(&code);
	spin_unlock(&code);
	cpus_read_lock();
	cpus_read_unlock();
}

void code_cpus_read_trylock(void)
{
	spin_lock(&code);
	if (cpus_read_trylock())
		cpus_read_unlock();
	spin_unlock(&code);
}

void code_smp_call_function_single(void)
{
	spin_lock(&code);
	error = smp_call_function_single(1, poke, NULL, 0);
	spin_unlock(&code);
}
