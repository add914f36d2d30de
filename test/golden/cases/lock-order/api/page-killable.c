// Until 6.6 the wait for the lock of a page may be killed: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/pagemap.h>

int lock_page_killable(struct page *page);

static DEFINE_MUTEX(hold_b);

void hold_forward(struct page *page)
{
	if (lock_page_killable(page))	// hold1.1 holds folio.flags
		return;
	mutex_lock(&hold_b);	// hold1.2 wants hold_b
					// BUG[hold] lock-order: folio.flags -> hold_b -> folio.flags
	mutex_unlock(&hold_b);
	unlock_page(page);
}

void hold_backward(struct page *page)
{
	mutex_lock(&hold_b);	// hold2.1 holds hold_b
	lock_page(page);	// hold2.2 wants folio.flags
	unlock_page(page);
	mutex_unlock(&hold_b);
}

static DEFINE_MUTEX(want_b);

void want_forward(struct page *page)
{
	lock_page(page);	// want1.1 holds folio.flags
	mutex_lock(&want_b);	// want1.2 wants want_b
					// BUG[want] lock-order: folio.flags -> want_b -> folio.flags
	mutex_unlock(&want_b);
	unlock_page(page);
}

void want_backward(struct page *page)
{
	mutex_lock(&want_b);	// want2.1 holds want_b
	if (!lock_page_killable(page))	// want2.2 wants folio.flags
		unlock_page(page);
	mutex_unlock(&want_b);
}
