// Page faults are on again before it matters whether the copy from the user is complete.
// CLEAN
#include "kernel.h"
#include <linux/uaccess.h>
struct request {
	int op, size;
};

int request_peek(struct request *request, const void __user *from)
{
	unsigned long left;

	pagefault_disable();
	left = __copy_from_user_inatomic(request, from, sizeof(*request));
	pagefault_enable();
	if (left)
		return -EFAULT;
	return request->size;
}
