// Until 6.6 the wait for the lock of a page may be killed: given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/pagemap.h>

int lock_page_killable(struct page *page);

static DEFINE_MUTEX(hold_b);

void hold_forward(struct page *page)
{
	if (lock_page_killable(page))
		return;
	unlock_page(page);
	mutex_lock(&hold_b);
	mutex_unlock(&hold_b);
}

void hold_backward(struct page *page)
{
	mutex_lock(&hold_b);
	lock_page(page);
	unlock_page(page);
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_b);

void want_forward(struct page *page)
{
	lock_page(page);
	unlock_page(page);
	mutex_lock(&want_b);
	mutex_unlock(&want_b);
}

void want_backward(struct page *page)
{
	mutex_lock(&want_b);
	if (!lock_page_killable(page))
		unlock_page(page);
	mutex_unlock(&want_b);
}
