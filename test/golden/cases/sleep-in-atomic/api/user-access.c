// A user's memory is read and written under a spinlock, with page faults on.
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
	spin_lock(&terminal);		// a1.1 holds terminal
	might_fault();			// a1.2 sleeps might_fault()
					// BUG[a] sleep-in-atomic: might_fault() in terminal
	spin_unlock(&terminal);
}

void terminal_might_fault_innermost(void)
{
	spin_lock(&terminal);		// b1.1 holds terminal
	__might_fault(__FILE__, __LINE__);	// b1.2 sleeps __might_fault()
					// BUG[b] sleep-in-atomic: __might_fault() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_from_user(const void __user *from)
{
	spin_lock(&terminal);		// c1.1 holds terminal
	left = copy_from_user(words, from, sizeof(words));	// c1.2 sleeps copy_from_user()
					// BUG[c] sleep-in-atomic: copy_from_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_from_user_inner(const void __user *from)
{
	spin_lock(&terminal);		// d1.1 holds terminal
	left = _copy_from_user(words, from, sizeof(words));	// d1.2 sleeps _copy_from_user()
					// BUG[d] sleep-in-atomic: _copy_from_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_from_user_innermost(const void __user *from)
{
	spin_lock(&terminal);		// e1.1 holds terminal
	left = __copy_from_user(words, from, sizeof(words));	// e1.2 sleeps __copy_from_user()
					// BUG[e] sleep-in-atomic: __copy_from_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_to_user(void __user *to)
{
	spin_lock(&terminal);		// f1.1 holds terminal
	left = copy_to_user(to, words, sizeof(words));	// f1.2 sleeps copy_to_user()
					// BUG[f] sleep-in-atomic: copy_to_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_to_user_inner(void __user *to)
{
	spin_lock(&terminal);		// g1.1 holds terminal
	left = _copy_to_user(to, words, sizeof(words));	// g1.2 sleeps _copy_to_user()
					// BUG[g] sleep-in-atomic: _copy_to_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_to_user_innermost(void __user *to)
{
	spin_lock(&terminal);		// h1.1 holds terminal
	left = __copy_to_user(to, words, sizeof(words));	// h1.2 sleeps __copy_to_user()
					// BUG[h] sleep-in-atomic: __copy_to_user() in terminal
	spin_unlock(&terminal);
}

void terminal_clear_user(void __user *to)
{
	spin_lock(&terminal);		// i1.1 holds terminal
	left = clear_user(to, sizeof(words));	// i1.2 sleeps clear_user()
					// BUG[i] sleep-in-atomic: clear_user() in terminal
	spin_unlock(&terminal);
}

void terminal_strncpy_from_user(const char __user *from)
{
	spin_lock(&terminal);		// j1.1 holds terminal
	left = strncpy_from_user(words, from, sizeof(words));	// j1.2 sleeps strncpy_from_user()
					// BUG[j] sleep-in-atomic: strncpy_from_user() in terminal
	spin_unlock(&terminal);
}

void terminal_strnlen_user(const char __user *from)
{
	spin_lock(&terminal);		// k1.1 holds terminal
	left = strnlen_user(from, sizeof(words));	// k1.2 sleeps strnlen_user()
					// BUG[k] sleep-in-atomic: strnlen_user() in terminal
	spin_unlock(&terminal);
}

void terminal_copy_struct_from_user(const void __user *from)
{
	spin_lock(&terminal);		// l1.1 holds terminal
	left = copy_struct_from_user(words, sizeof(words), from, 8);	// l1.2 sleeps copy_struct_from_user()
					// BUG[l] sleep-in-atomic: copy_struct_from_user() in terminal
	spin_unlock(&terminal);
}

void terminal_check_zeroed_user(const void __user *from)
{
	spin_lock(&terminal);		// m1.1 holds terminal
	left = check_zeroed_user(from, sizeof(words));	// m1.2 sleeps check_zeroed_user()
					// BUG[m] sleep-in-atomic: check_zeroed_user() in terminal
	spin_unlock(&terminal);
}

void terminal_get_user(const int __user *from)
{
	spin_lock(&terminal);		// n1.1 holds terminal
	left = get_user(word, from);	// n1.2 sleeps get_user()
					// BUG[n] sleep-in-atomic: get_user() in terminal
	spin_unlock(&terminal);
}

void terminal_put_user(int __user *to)
{
	spin_lock(&terminal);		// o1.1 holds terminal
	left = put_user(word, to);	// o1.2 sleeps put_user()
					// BUG[o] sleep-in-atomic: put_user() in terminal
	spin_unlock(&terminal);
}

void terminal_get_user_innermost(const int __user *from)
{
	spin_lock(&terminal);	// foundb1.1 holds terminal
	left = __get_user(word, from);	// foundb1.2 sleeps __get_user()
					// BUG[foundb] sleep-in-atomic: __get_user() in terminal
	spin_unlock(&terminal);
}

void terminal_put_user_innermost(int __user *to)
{
	spin_lock(&terminal);	// founda1.1 holds terminal
	left = __put_user(word, to);	// founda1.2 sleeps __put_user()
					// BUG[founda] sleep-in-atomic: __put_user() in terminal
	spin_unlock(&terminal);
}

void terminal_memdup_user(const void __user *from)
{
	spin_lock(&terminal);		// r1.1 holds terminal
	copied = memdup_user(from, 64);	// r1.2 sleeps memdup_user()
					// BUG[r] sleep-in-atomic: memdup_user() in terminal
	spin_unlock(&terminal);
}

void terminal_memdup_user_nul(const void __user *from)
{
	spin_lock(&terminal);		// s1.1 holds terminal
	copied = memdup_user_nul(from, 64);	// s1.2 sleeps memdup_user_nul()
					// BUG[s] sleep-in-atomic: memdup_user_nul() in terminal
	spin_unlock(&terminal);
}

void terminal_vmemdup_user(const void __user *from)
{
	spin_lock(&terminal);		// t1.1 holds terminal
	copied = vmemdup_user(from, 64);	// t1.2 sleeps vmemdup_user()
					// BUG[t] sleep-in-atomic: vmemdup_user() in terminal
	spin_unlock(&terminal);
}

void terminal_strndup_user(const char __user *from)
{
	spin_lock(&terminal);		// u1.1 holds terminal
	copied = strndup_user(from, 64);	// u1.2 sleeps strndup_user()
					// BUG[u] sleep-in-atomic: strndup_user() in terminal
	spin_unlock(&terminal);
}
