// A user's memory is read and written under a spinlock with page faults off, and copied anew after it.
// CLEAN
#include "kernel.h"
#include <linux/string.h>
#include <linux/uaccess.h>
static DEFINE_SPINLOCK(terminal);
static char words[64];
static int word;
static long left;
static void *copied;
// The headers have it with lockdep only.
void __might_fault(const char *file, int line);

void terminal_might_fault(void)
{
	spin_lock(&terminal);
	pagefault_disable();
	might_fault();
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_might_fault_innermost(void)
{
	spin_lock(&terminal);
	pagefault_disable();
	__might_fault(__FILE__, __LINE__);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_from_user(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = copy_from_user(words, from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_from_user_inner(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = _copy_from_user(words, from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_from_user_innermost(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = __copy_from_user(words, from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_to_user(void __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = copy_to_user(to, words, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_to_user_inner(void __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = _copy_to_user(to, words, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_to_user_innermost(void __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = __copy_to_user(to, words, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_clear_user(void __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = clear_user(to, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_strncpy_from_user(const char __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = strncpy_from_user(words, from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_strnlen_user(const char __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = strnlen_user(from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_copy_struct_from_user(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = copy_struct_from_user(words, sizeof(words), from, 8);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_check_zeroed_user(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = check_zeroed_user(from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_get_user(const int __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = get_user(word, from);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_put_user(int __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = put_user(word, to);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_get_user_innermost(const int __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = __get_user(word, from);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_put_user_innermost(int __user *to)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = __put_user(word, to);
	pagefault_enable();
	spin_unlock(&terminal);
}

void terminal_memdup_user(const void __user *from)
{
	spin_lock(&terminal);
	spin_unlock(&terminal);
	copied = memdup_user(from, 64);
}

void terminal_memdup_user_nul(const void __user *from)
{
	spin_lock(&terminal);
	spin_unlock(&terminal);
	copied = memdup_user_nul(from, 64);
}

void terminal_vmemdup_user(const void __user *from)
{
	spin_lock(&terminal);
	spin_unlock(&terminal);
	copied = vmemdup_user(from, 64);
}

void terminal_strndup_user(const char __user *from)
{
	spin_lock(&terminal);
	spin_unlock(&terminal);
	copied = strndup_user(from, 64);
}

void terminal_copy_from_user_nofault(const void __user *from)
{
	spin_lock(&terminal);
	left = copy_from_user_nofault(words, from, sizeof(words));
	spin_unlock(&terminal);
}

void terminal_copy_to_user_nofault(void __user *to)
{
	spin_lock(&terminal);
	left = copy_to_user_nofault(to, words, sizeof(words));
	spin_unlock(&terminal);
}

void terminal_copy_from_kernel_nofault(const void *from)
{
	spin_lock(&terminal);
	left = copy_from_kernel_nofault(words, from, sizeof(words));
	spin_unlock(&terminal);
}

void terminal_get_kernel_nofault(int *from)
{
	spin_lock(&terminal);
	left = get_kernel_nofault(word, from);
	spin_unlock(&terminal);
}

void terminal_copy_from_user_inatomic(const void __user *from)
{
	spin_lock(&terminal);
	pagefault_disable();
	left = __copy_from_user_inatomic(words, from, sizeof(words));
	pagefault_enable();
	spin_unlock(&terminal);
}
