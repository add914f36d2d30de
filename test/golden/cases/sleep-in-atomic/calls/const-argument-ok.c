// Who gets a pointer to const does not change what decides about the lock and the sleep.
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
#include "request.h"

void request_run(struct queue *queue, int number)
{
	struct request request;

	request_fill(&request, number);
	if (request.locked)
		spin_lock(&queue->lock);
	request_describe(&request);
	if (!request.locked)
		msleep(10);
	if (request.locked)
		spin_unlock(&queue->lock);
}
//--- request.h
struct queue {
	spinlock_t lock;
};
struct request {
	bool locked;
	int number;
};
void request_fill(struct request *request, int number);
void request_describe(const struct request *request);
