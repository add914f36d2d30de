// The flags go through two functions and two files to the allocator; under the spinlock they are GFP_ATOMIC.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(requests_lock);
static LIST_HEAD(requests);
struct request_item {
	struct list_head node;
	int number;
};
struct request_item *request_new(int number, gfp_t gfp);

int request_add(int number)
{
	struct request_item *item;

	spin_lock(&requests_lock);
	item = request_new(number, GFP_ATOMIC);
	if (item)
		list_add(&item->node, &requests);
	spin_unlock(&requests_lock);
	return item ? 0 : -ENOMEM;
}
//--- request.c
#include "kernel.h"
struct request_item {
	struct list_head node;
	int number;
};
void *item_alloc(size_t size, gfp_t gfp);

struct request_item *request_new(int number, gfp_t gfp)
{
	struct request_item *item = item_alloc(sizeof(*item), gfp);

	if (item)
		item->number = number;
	return item;
}
//--- pool.c
#include "kernel.h"
void *item_alloc(size_t size, gfp_t gfp);

void *item_alloc(size_t size, gfp_t gfp)
{
	return kzalloc(size, gfp | __GFP_NOWARN);
}
