// The words of a user are read under a spinlock, page faults are off.
// CLEAN
#include "kernel.h"
#include <linux/uaccess.h>
static DEFINE_SPINLOCK(table);
int word_copy(int *word, const int __user *from);

int word_read(int *word, const int __user *from)
{
	int error;

	spin_lock(&table);
	pagefault_disable();
	error = word_copy(word, from);
	pagefault_enable();
	spin_unlock(&table);
	return error;
}
//--- copy.c
#include "kernel.h"
#include <linux/uaccess.h>

int word_copy(int *word, const int __user *from)
{
	return __copy_from_user(word, from, sizeof(*word)) ? -EFAULT : 0;
}
