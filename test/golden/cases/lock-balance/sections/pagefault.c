// Page faults stay off where the copy from the user is incomplete.
#include "kernel.h"
#include <linux/uaccess.h>
struct request {
	int op, size;
};

int request_peek(struct request *request, const void __user *from)
{
	pagefault_disable();		// 1.1 holds pagefault-off
	if (__copy_from_user_inatomic(request, from, sizeof(*request)))
		return -EFAULT;
					// BUG lock-balance: pagefault-off
	pagefault_enable();		// 2.1 releases pagefault-off
	return request->size;
}
