// A per-processor buffer is grown with preemption on again.
// CLEAN
#include "kernel.h"
#include "buffer.h"
static DEFINE_PER_CPU(struct buffer, buffers);

void buffer_reserve(size_t size)
{
	struct buffer *buffer;

	preempt_disable();
	buffer = this_cpu_ptr(&buffers);
	preempt_enable();
	buffer_grow(buffer, size);
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
	mutex_lock(&buffer->lock);
	buffer->data = NULL;
	mutex_unlock(&buffer->lock);
}
