// The words of a user are read under a spinlock, page faults are on.
#include "kernel.h"
#include <linux/uaccess.h>
static DEFINE_SPINLOCK(table);
int word_copy(int *word, const int __user *from);

int word_read(int *word, const int __user *from)
{
	int error;

	spin_lock(&table);		// 1.1 holds table
	error = word_copy(word, from);	// 1.2 calls word_copy
					// BUG sleep-in-atomic: __copy_from_user() in table
	spin_unlock(&table);
	return error;
}
//--- copy.c
#include "kernel.h"
#include <linux/uaccess.h>

int word_copy(int *word, const int __user *from)
{
	return __copy_from_user(word, from, sizeof(*word)) ? -EFAULT : 0;	// 1.3 sleeps __copy_from_user()
}
