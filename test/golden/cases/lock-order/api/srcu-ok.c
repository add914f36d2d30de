// The reader is done before it takes the mutex, under which somebody waits for all readers.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/srcu.h>

DEFINE_STATIC_SRCU(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	int index;

	index = srcu_read_lock(&plain_a);
	srcu_read_unlock(&plain_a, index);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	synchronize_srcu(&plain_a);
	mutex_unlock(&plain_b);
}

DEFINE_STATIC_SRCU(nmi_a);
static DEFINE_MUTEX(nmi_b);

void nmi_forward(void)
{
	int index;

	index = srcu_read_lock_nmisafe(&nmi_a);
	srcu_read_unlock_nmisafe(&nmi_a, index);
	mutex_lock(&nmi_b);
	mutex_unlock(&nmi_b);
}

void nmi_backward(void)
{
	mutex_lock(&nmi_b);
	synchronize_srcu(&nmi_a);
	mutex_unlock(&nmi_b);
}

DEFINE_STATIC_SRCU(notrace_a);
static DEFINE_MUTEX(notrace_b);

void notrace_forward(void)
{
	int index;

	index = srcu_read_lock_notrace(&notrace_a);
	srcu_read_unlock_notrace(&notrace_a, index);
	mutex_lock(&notrace_b);
	mutex_unlock(&notrace_b);
}

void notrace_backward(void)
{
	mutex_lock(&notrace_b);
	synchronize_srcu(&notrace_a);
	mutex_unlock(&notrace_b);
}

DEFINE_STATIC_SRCU(inside_a);
static DEFINE_MUTEX(inside_b);

void inside_forward(void)
{
	int index;

	index = __srcu_read_lock(&inside_a);
	__srcu_read_unlock(&inside_a, index);
	mutex_lock(&inside_b);
	mutex_unlock(&inside_b);
}

void inside_backward(void)
{
	mutex_lock(&inside_b);
	synchronize_srcu_expedited(&inside_a);
	mutex_unlock(&inside_b);
}

DEFINE_STATIC_SRCU(across_a);
static DEFINE_MUTEX(across_b);

void across_forward(void)
{
	int index;

	index = srcu_down_read(&across_a);
	srcu_up_read(&across_a, index);
	mutex_lock(&across_b);
	mutex_unlock(&across_b);
}

void across_backward(void)
{
	mutex_lock(&across_b);
	synchronize_srcu(&across_a);
	mutex_unlock(&across_b);
}
