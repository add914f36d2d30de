// Every other way to start something where it may not sleep, which sleeps.
#include "kernel.h"
#include <linux/delay.h>
#include <linux/hrtimer.h>
#include <linux/netdevice.h>
#include <linux/rcupdate_trace.h>
#include <linux/smp.h>
#include <linux/srcu.h>
#include <linux/stop_machine.h>
#include <linux/timer.h>
#include <linux/usb.h>

void hrtimer_setup(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);
void hrtimer_setup_on_stack(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);

static void on_stack_run(struct timer_list *timer)
{
	msleep(1);			// on_stack1.2 sleeps msleep()
					// BUG[on_stack] sleep-in-atomic: msleep() in softirq context
}

void on_stack_start(struct timer_list *timer)
{
	timer_setup_on_stack(timer, on_stack_run, 0);	// on_stack1.1 starts on_stack_run
}

static void key_run(struct timer_list *timer)
{
	msleep(1);			// key1.2 sleeps msleep()
					// BUG[key] sleep-in-atomic: msleep() in softirq context
}

void key_start(struct timer_list *timer)
{
	init_timer_key(timer, key_run, 0, NULL, NULL);	// key1.1 starts key_run
}

static void tasklet_run(unsigned long data)
{
	msleep(1);			// tasklet1.2 sleeps msleep()
					// BUG[tasklet] sleep-in-atomic: msleep() in softirq context
}

void tasklet_start(struct tasklet_struct *tasklet)
{
	tasklet_init(tasklet, tasklet_run, 0);	// tasklet1.1 starts tasklet_run
}

static void softirq_run(void)
{
	msleep(1);			// softirq1.2 sleeps msleep()
					// BUG[softirq] sleep-in-atomic: msleep() in softirq context
}

void softirq_start(int number)
{
	open_softirq(number, softirq_run);	// softirq1.1 starts softirq_run
}

static void hurry_run(struct rcu_head *head)
{
	msleep(1);			// hurry1.2 sleeps msleep()
					// BUG[hurry] sleep-in-atomic: msleep() in softirq context
}

void hurry_start(struct rcu_head *head)
{
	call_rcu_hurry(head, hurry_run);	// hurry1.1 starts hurry_run
}

static void tasks_run(struct rcu_head *head)
{
	msleep(1);			// tasks1.2 sleeps msleep()
					// BUG[tasks] sleep-in-atomic: msleep() in softirq context
}

void tasks_start(struct rcu_head *head)
{
	call_rcu_tasks(head, tasks_run);	// tasks1.1 starts tasks_run
}

static void tasks_trace_run(struct rcu_head *head)
{
	msleep(1);			// tasks_trace1.2 sleeps msleep()
					// BUG[tasks_trace] sleep-in-atomic: msleep() in softirq context
}

void tasks_trace_start(struct rcu_head *head)
{
	call_rcu_tasks_trace(head, tasks_trace_run);	// tasks_trace1.1 starts tasks_trace_run
}

static void srcu_run(struct rcu_head *head)
{
	msleep(1);			// srcu1.2 sleeps msleep()
					// BUG[srcu] sleep-in-atomic: msleep() in softirq context
}

void srcu_start(struct srcu_struct *domain, struct rcu_head *head)
{
	call_srcu(domain, head, srcu_run);	// srcu1.1 starts srcu_run
}

static int weight_run(struct napi_struct *napi, int budget)
{
	msleep(1);			// weight1.2 sleeps msleep()
					// BUG[weight] sleep-in-atomic: msleep() in softirq context
	return 0;
}

void weight_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_weight(dev, napi, weight_run, 16);	// weight1.1 starts weight_run
}

static int tx_run(struct napi_struct *napi, int budget)
{
	msleep(1);			// tx1.2 sleeps msleep()
					// BUG[tx] sleep-in-atomic: msleep() in softirq context
	return 0;
}

void tx_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_tx(dev, napi, tx_run);	// tx1.1 starts tx_run
}

static int tx_weight_run(struct napi_struct *napi, int budget)
{
	msleep(1);			// tx_weight1.2 sleeps msleep()
					// BUG[tx_weight] sleep-in-atomic: msleep() in softirq context
	return 0;
}

void tx_weight_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_tx_weight(dev, napi, tx_weight_run, 16);	// tx_weight1.1 starts tx_weight_run
}

static enum hrtimer_restart updated_run(struct hrtimer *timer)
{
	msleep(1);			// updated1.2 sleeps msleep()
					// BUG[updated] sleep-in-atomic: msleep() in hardirq context
	return HRTIMER_NORESTART;
}

void updated_start(struct hrtimer *timer)
{
	hrtimer_update_function(timer, updated_run);	// updated1.1 starts updated_run
}

static enum hrtimer_restart pulse_run(struct hrtimer *timer)
{
	msleep(1);			// pulse1.2 sleeps msleep()
					// BUG[pulse] sleep-in-atomic: msleep() in hardirq context
	return HRTIMER_NORESTART;
}

void pulse_start(struct hrtimer *timer)
{
	hrtimer_setup(timer, pulse_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);	// pulse1.1 starts pulse_run
}

static enum hrtimer_restart pulse_on_stack_run(struct hrtimer *timer)
{
	msleep(1);			// pulse_on_stack1.2 sleeps msleep()
					// BUG[pulse_on_stack] sleep-in-atomic: msleep() in hardirq context
	return HRTIMER_NORESTART;
}

void pulse_on_stack_start(void)
{
	struct hrtimer timer;

	hrtimer_setup_on_stack(&timer, pulse_on_stack_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);	// pulse_on_stack1.1 starts pulse_on_stack_run
	hrtimer_start(&timer, ms_to_ktime(1), HRTIMER_MODE_REL);
	hrtimer_cancel(&timer);
	destroy_hrtimer_on_stack(&timer);
}

static irqreturn_t nmi_run(int irq, void *data)
{
	msleep(1);			// nmi1.2 sleeps msleep()
					// BUG[nmi] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int nmi_start(unsigned int irq, void *cookie)
{
	return request_nmi(irq, nmi_run, 0, "nmi", cookie);	// nmi1.1 starts nmi_run
}

static irqreturn_t percpu_run(int irq, void *data)
{
	msleep(1);			// percpu1.2 sleeps msleep()
					// BUG[percpu] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int percpu_start(unsigned int irq, void __percpu *cookie)
{
	return request_percpu_irq(irq, percpu_run, "percpu", cookie);	// percpu1.1 starts percpu_run
}

static irqreturn_t percpu_nmi_run(int irq, void *data)
{
	msleep(1);			// percpu_nmi1.2 sleeps msleep()
					// BUG[percpu_nmi] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int percpu_nmi_start(unsigned int irq, void __percpu *cookie)
{
	return request_percpu_nmi(irq, percpu_nmi_run, "percpu", cookie);	// percpu_nmi1.1 starts percpu_nmi_run
}

static void int_urb_run(struct urb *urb)
{
	msleep(1);			// int_urb1.2 sleeps msleep()
					// BUG[int_urb] sleep-in-atomic: msleep() in hardirq context
}

void int_urb_start(struct urb *urb, struct usb_device *dev, void *buffer)
{
	usb_fill_int_urb(urb, dev, usb_rcvintpipe(dev, 1), buffer, 8, int_urb_run, NULL, 10);	// int_urb1.1 starts int_urb_run
}

static void control_urb_run(struct urb *urb)
{
	msleep(1);			// control_urb1.2 sleeps msleep()
					// BUG[control_urb] sleep-in-atomic: msleep() in hardirq context
}

void control_urb_start(struct urb *urb, struct usb_device *dev, void *buffer)
{
	usb_fill_control_urb(urb, dev, usb_rcvctrlpipe(dev, 0), buffer, buffer, 8, control_urb_run, NULL);	// control_urb1.1 starts control_urb_run
}

static void others_run(void *unused)
{
	msleep(1);			// others1.2 sleeps msleep()
					// BUG[others] sleep-in-atomic: msleep() in hardirq context
}

void others_start(void)
{
	smp_call_function(others_run, NULL, 1);	// others1.1 starts others_run
}

static void one_cpu_run(void *unused)
{
	msleep(1);			// one_cpu1.2 sleeps msleep()
					// BUG[one_cpu] sleep-in-atomic: msleep() in hardirq context
}

void one_cpu_start(int cpu)
{
	smp_call_function_single(cpu, one_cpu_run, NULL, 1);	// one_cpu1.1 starts one_cpu_run
}

static void many_run(void *unused)
{
	msleep(1);			// many1.2 sleeps msleep()
					// BUG[many] sleep-in-atomic: msleep() in hardirq context
}

void many_start(const struct cpumask *mask)
{
	smp_call_function_many(mask, many_run, NULL, true);	// many1.1 starts many_run
}

static void any_run(void *unused)
{
	msleep(1);			// any1.2 sleeps msleep()
					// BUG[any] sleep-in-atomic: msleep() in hardirq context
}

void any_start(const struct cpumask *mask)
{
	smp_call_function_any(mask, any_run, NULL, 1);	// any1.1 starts any_run
}

static void masked_run(void *unused)
{
	msleep(1);			// masked1.2 sleeps msleep()
					// BUG[masked] sleep-in-atomic: msleep() in hardirq context
}

void masked_start(const struct cpumask *mask)
{
	on_each_cpu_mask(mask, masked_run, NULL, true);	// masked1.1 starts masked_run
}

static void chosen_run(void *unused)
{
	msleep(1);			// chosen1.2 sleeps msleep()
					// BUG[chosen] sleep-in-atomic: msleep() in hardirq context
}

void chosen_start(smp_cond_func_t wanted)
{
	on_each_cpu_cond(wanted, chosen_run, NULL, true);	// chosen1.1 starts chosen_run
}

static void chosen_mask_run(void *unused)
{
	msleep(1);			// chosen_mask1.2 sleeps msleep()
					// BUG[chosen_mask] sleep-in-atomic: msleep() in hardirq context
}

void chosen_mask_start(smp_cond_func_t wanted, const struct cpumask *mask)
{
	on_each_cpu_cond_mask(wanted, chosen_mask_run, NULL, true, mask);	// chosen_mask1.1 starts chosen_mask_run
}

static int stop_run(void *unused)
{
	msleep(1);			// stop1.2 sleeps msleep()
					// BUG[stop] sleep-in-atomic: msleep() in hardirqs-off
	return 0;
}

int stop_start(void)
{
	return stop_machine(stop_run, NULL, NULL);	// stop1.1 starts stop_run
}

static int stop_locked_run(void *unused)
{
	msleep(1);			// stop_locked1.2 sleeps msleep()
					// BUG[stop_locked] sleep-in-atomic: msleep() in hardirqs-off
	return 0;
}

int stop_locked_start(void)
{
	return stop_machine_cpuslocked(stop_locked_run, NULL, NULL);	// stop_locked1.1 starts stop_locked_run
}

static int stop_one_run(void *unused)
{
	msleep(1);			// stop_one1.2 sleeps msleep()
					// BUG[stop_one] sleep-in-atomic: msleep() in preempt-off
	return 0;
}

int stop_one_start(unsigned int cpu)
{
	return stop_one_cpu(cpu, stop_one_run, NULL);	// stop_one1.1 starts stop_one_run
}

static irqreturn_t any_context_run(int irq, void *data)
{
	msleep(1);
					// MISS sleep-in-atomic: it may be a thread or not, and is taken for one
	return IRQ_HANDLED;
}

int any_context_start(int irq, void *cookie)
{
	return request_any_context_irq(irq, any_context_run, 0, "any", cookie);
}
