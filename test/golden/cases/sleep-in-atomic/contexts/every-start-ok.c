// Every other way to start something where it may not sleep, which does not.
// CLEAN
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
	mdelay(1);
}

void on_stack_start(struct timer_list *timer)
{
	timer_setup_on_stack(timer, on_stack_run, 0);
}

static void key_run(struct timer_list *timer)
{
	mdelay(1);
}

void key_start(struct timer_list *timer)
{
	init_timer_key(timer, key_run, 0, NULL, NULL);
}

static void tasklet_run(unsigned long data)
{
	mdelay(1);
}

void tasklet_start(struct tasklet_struct *tasklet)
{
	tasklet_init(tasklet, tasklet_run, 0);
}

static void softirq_run(void)
{
	mdelay(1);
}

void softirq_start(int number)
{
	open_softirq(number, softirq_run);
}

static void hurry_run(struct rcu_head *head)
{
	mdelay(1);
}

void hurry_start(struct rcu_head *head)
{
	call_rcu_hurry(head, hurry_run);
}

static void tasks_run(struct rcu_head *head)
{
	mdelay(1);
}

void tasks_start(struct rcu_head *head)
{
	call_rcu_tasks(head, tasks_run);
}

static void tasks_trace_run(struct rcu_head *head)
{
	mdelay(1);
}

void tasks_trace_start(struct rcu_head *head)
{
	call_rcu_tasks_trace(head, tasks_trace_run);
}

static void srcu_run(struct rcu_head *head)
{
	mdelay(1);
}

void srcu_start(struct srcu_struct *domain, struct rcu_head *head)
{
	call_srcu(domain, head, srcu_run);
}

static int weight_run(struct napi_struct *napi, int budget)
{
	mdelay(1);
	return 0;
}

void weight_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_weight(dev, napi, weight_run, 16);
}

static int tx_run(struct napi_struct *napi, int budget)
{
	mdelay(1);
	return 0;
}

void tx_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_tx(dev, napi, tx_run);
}

static int tx_weight_run(struct napi_struct *napi, int budget)
{
	mdelay(1);
	return 0;
}

void tx_weight_start(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_tx_weight(dev, napi, tx_weight_run, 16);
}

static enum hrtimer_restart updated_run(struct hrtimer *timer)
{
	mdelay(1);
	return HRTIMER_NORESTART;
}

void updated_start(struct hrtimer *timer)
{
	hrtimer_update_function(timer, updated_run);
}

static enum hrtimer_restart pulse_run(struct hrtimer *timer)
{
	mdelay(1);
	return HRTIMER_NORESTART;
}

void pulse_start(struct hrtimer *timer)
{
	hrtimer_setup(timer, pulse_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
}

static enum hrtimer_restart pulse_on_stack_run(struct hrtimer *timer)
{
	mdelay(1);
	return HRTIMER_NORESTART;
}

void pulse_on_stack_start(void)
{
	struct hrtimer timer;

	hrtimer_setup_on_stack(&timer, pulse_on_stack_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&timer, ms_to_ktime(1), HRTIMER_MODE_REL);
	hrtimer_cancel(&timer);
	destroy_hrtimer_on_stack(&timer);
}

static irqreturn_t nmi_run(int irq, void *data)
{
	mdelay(1);
	return IRQ_HANDLED;
}

int nmi_start(unsigned int irq, void *cookie)
{
	return request_nmi(irq, nmi_run, 0, "nmi", cookie);
}

static irqreturn_t percpu_run(int irq, void *data)
{
	mdelay(1);
	return IRQ_HANDLED;
}

int percpu_start(unsigned int irq, void __percpu *cookie)
{
	return request_percpu_irq(irq, percpu_run, "percpu", cookie);
}

static irqreturn_t percpu_nmi_run(int irq, void *data)
{
	mdelay(1);
	return IRQ_HANDLED;
}

int percpu_nmi_start(unsigned int irq, void __percpu *cookie)
{
	return request_percpu_nmi(irq, percpu_nmi_run, "percpu", cookie);
}

static void int_urb_run(struct urb *urb)
{
	mdelay(1);
}

void int_urb_start(struct urb *urb, struct usb_device *dev, void *buffer)
{
	usb_fill_int_urb(urb, dev, usb_rcvintpipe(dev, 1), buffer, 8, int_urb_run, NULL, 10);
}

static void control_urb_run(struct urb *urb)
{
	mdelay(1);
}

void control_urb_start(struct urb *urb, struct usb_device *dev, void *buffer)
{
	usb_fill_control_urb(urb, dev, usb_rcvctrlpipe(dev, 0), buffer, buffer, 8, control_urb_run, NULL);
}

static void others_run(void *unused)
{
	mdelay(1);
}

void others_start(void)
{
	smp_call_function(others_run, NULL, 1);
}

static void one_cpu_run(void *unused)
{
	mdelay(1);
}

void one_cpu_start(int cpu)
{
	smp_call_function_single(cpu, one_cpu_run, NULL, 1);
}

static void many_run(void *unused)
{
	mdelay(1);
}

void many_start(const struct cpumask *mask)
{
	smp_call_function_many(mask, many_run, NULL, true);
}

static void any_run(void *unused)
{
	mdelay(1);
}

void any_start(const struct cpumask *mask)
{
	smp_call_function_any(mask, any_run, NULL, 1);
}

static void masked_run(void *unused)
{
	mdelay(1);
}

void masked_start(const struct cpumask *mask)
{
	on_each_cpu_mask(mask, masked_run, NULL, true);
}

static void chosen_run(void *unused)
{
	mdelay(1);
}

void chosen_start(smp_cond_func_t wanted)
{
	on_each_cpu_cond(wanted, chosen_run, NULL, true);
}

static void chosen_mask_run(void *unused)
{
	mdelay(1);
}

void chosen_mask_start(smp_cond_func_t wanted, const struct cpumask *mask)
{
	on_each_cpu_cond_mask(wanted, chosen_mask_run, NULL, true, mask);
}

static int stop_run(void *unused)
{
	mdelay(1);
	return 0;
}

int stop_start(void)
{
	return stop_machine(stop_run, NULL, NULL);
}

static int stop_locked_run(void *unused)
{
	mdelay(1);
	return 0;
}

int stop_locked_start(void)
{
	return stop_machine_cpuslocked(stop_locked_run, NULL, NULL);
}

static int stop_one_run(void *unused)
{
	mdelay(1);
	return 0;
}

int stop_one_start(unsigned int cpu)
{
	return stop_one_cpu(cpu, stop_one_run, NULL);
}

static irqreturn_t any_context_run(int irq, void *data)
{
	mdelay(1);
	return IRQ_HANDLED;
}

int any_context_start(int irq, void *cookie)
{
	return request_any_context_irq(irq, any_context_run, 0, "any", cookie);
}
