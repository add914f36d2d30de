// The lock of a page or folio: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/pagemap.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct folio *folio)
{
	folio_lock(folio);		// plain1.1 holds folio.flags
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: folio.flags -> plain_b -> folio.flags
	mutex_unlock(&plain_b);
	folio_unlock(folio);
}

void plain_backward(struct folio *folio)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	folio_lock(folio);		// plain2.2 wants folio.flags
	folio_unlock(folio);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(inside_b);

void inside_forward(struct folio *folio)
{
	__folio_lock(folio);		// inside1.1 holds folio.flags
	mutex_lock(&inside_b);		// inside1.2 wants inside_b
					// BUG[inside] lock-order: folio.flags -> inside_b -> folio.flags
	mutex_unlock(&inside_b);
	folio_unlock(folio);
}

void inside_backward(struct folio *folio)
{
	mutex_lock(&inside_b);		// inside2.1 holds inside_b
	__folio_lock(folio);		// inside2.2 wants folio.flags
	folio_unlock(folio);
	mutex_unlock(&inside_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct folio *folio)
{
	if (folio_lock_killable(folio))	// killable1.1 holds folio.flags
		return;
	mutex_lock(&killable_b);	// killable1.2 wants killable_b
					// BUG[killable] lock-order: folio.flags -> killable_b -> folio.flags
	mutex_unlock(&killable_b);
	folio_unlock(folio);
}

void killable_backward(struct folio *folio)
{
	mutex_lock(&killable_b);	// killable2.1 holds killable_b
	if (!folio_lock_killable(folio))	// killable2.2 wants folio.flags
		folio_unlock(folio);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(inside_killable_b);

void inside_killable_forward(struct folio *folio)
{
	if (__folio_lock_killable(folio))	// inside_killable1.1 holds folio.flags
		return;
	mutex_lock(&inside_killable_b);	// inside_killable1.2 wants inside_killable_b
					// BUG[inside_killable] lock-order: folio.flags -> inside_killable_b -> folio.flags
	mutex_unlock(&inside_killable_b);
	folio_unlock(folio);
}

void inside_killable_backward(struct folio *folio)
{
	mutex_lock(&inside_killable_b);	// inside_killable2.1 holds inside_killable_b
	if (!__folio_lock_killable(folio))	// inside_killable2.2 wants folio.flags
		folio_unlock(folio);
	mutex_unlock(&inside_killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct folio *folio)
{
	if (!folio_trylock(folio))	// try1.1 holds folio.flags
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: folio.flags -> try_b -> folio.flags
	mutex_unlock(&try_b);
	folio_unlock(folio);
}

void try_backward(struct folio *folio)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	folio_lock(folio);		// try2.2 wants folio.flags
	folio_unlock(folio);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(page_b);

void page_forward(struct page *page)
{
	lock_page(page);		// page1.1 holds folio.flags
	mutex_lock(&page_b);		// page1.2 wants page_b
					// BUG[page] lock-order: folio.flags -> page_b -> folio.flags
	mutex_unlock(&page_b);
	unlock_page(page);
}

void page_backward(struct page *page)
{
	mutex_lock(&page_b);		// page2.1 holds page_b
	lock_page(page);		// page2.2 wants folio.flags
	unlock_page(page);
	mutex_unlock(&page_b);
}

static DEFINE_MUTEX(page_try_b);

void page_try_forward(struct page *page)
{
	if (!trylock_page(page))	// page_try1.1 holds folio.flags
		return;
	mutex_lock(&page_try_b);	// page_try1.2 wants page_try_b
					// BUG[page_try] lock-order: folio.flags -> page_try_b -> folio.flags
	mutex_unlock(&page_try_b);
	unlock_page(page);
}

void page_try_backward(struct page *page)
{
	mutex_lock(&page_try_b);	// page_try2.1 holds page_try_b
	lock_page(page);		// page_try2.2 wants folio.flags
	unlock_page(page);
	mutex_unlock(&page_try_b);
}
