// A per-processor buffer is grown with preemption off.
#include "kernel.h"
#include "buffer.h"
static DEFINE_PER_CPU(struct buffer, buffers);

void buffer_reserve(size_t size)
{
	struct buffer *buffer;

	preempt_disable();		// 1.1 holds preempt-off
	buffer = this_cpu_ptr(&buffers);
	buffer_grow(buffer, size);	// 1.2 calls buffer_grow
					// BUG sleep-in-atomic: mutex_lock() in preempt-off
	preempt_enable();
}
//--- buffer.h
struct buffer {
	void *data;
	struct mutex lock;
};
void buffer_grow(struct buffer *buffer, size_t size);
//--- buffer.c
#include "kernel.h"
#include "buffer.h"

void buffer_grow(struct buffer *buffer, size_t size)
{
	mutex_lock(&buffer->lock);	// 1.3 sleeps mutex_lock()
	buffer->data = NULL;
	mutex_unlock(&buffer->lock);
}
