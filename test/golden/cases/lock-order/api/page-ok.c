// The lock of a page or folio, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/pagemap.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct folio *folio)
{
	folio_lock(folio);
	folio_unlock(folio);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct folio *folio)
{
	mutex_lock(&plain_b);
	folio_lock(folio);
	folio_unlock(folio);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(inside_b);

void inside_forward(struct folio *folio)
{
	__folio_lock(folio);
	folio_unlock(folio);
	mutex_lock(&inside_b);
	mutex_unlock(&inside_b);
}

void inside_backward(struct folio *folio)
{
	mutex_lock(&inside_b);
	__folio_lock(folio);
	folio_unlock(folio);
	mutex_unlock(&inside_b);
}

static DEFINE_MUTEX(killable_b);

void killable_forward(struct folio *folio)
{
	if (folio_lock_killable(folio))
		return;
	folio_unlock(folio);
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(struct folio *folio)
{
	mutex_lock(&killable_b);
	if (!folio_lock_killable(folio))
		folio_unlock(folio);
	mutex_unlock(&killable_b);
}

static DEFINE_MUTEX(inside_killable_b);

void inside_killable_forward(struct folio *folio)
{
	if (__folio_lock_killable(folio))
		return;
	folio_unlock(folio);
	mutex_lock(&inside_killable_b);
	mutex_unlock(&inside_killable_b);
}

void inside_killable_backward(struct folio *folio)
{
	mutex_lock(&inside_killable_b);
	if (!__folio_lock_killable(folio))
		folio_unlock(folio);
	mutex_unlock(&inside_killable_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct folio *folio)
{
	if (!folio_trylock(folio))
		return;
	folio_unlock(folio);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct folio *folio)
{
	mutex_lock(&try_b);
	folio_lock(folio);
	folio_unlock(folio);
	mutex_unlock(&try_b);
}

static DEFINE_MUTEX(page_b);

void page_forward(struct page *page)
{
	lock_page(page);
	unlock_page(page);
	mutex_lock(&page_b);
	mutex_unlock(&page_b);
}

void page_backward(struct page *page)
{
	mutex_lock(&page_b);
	lock_page(page);
	unlock_page(page);
	mutex_unlock(&page_b);
}

static DEFINE_MUTEX(page_try_b);

void page_try_forward(struct page *page)
{
	if (!trylock_page(page))
		return;
	unlock_page(page);
	mutex_lock(&page_try_b);
	mutex_unlock(&page_try_b);
}

void page_try_backward(struct page *page)
{
	mutex_lock(&page_try_b);
	lock_page(page);
	unlock_page(page);
	mutex_unlock(&page_try_b);
}
