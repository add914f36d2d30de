//===- deadlock_fixed.c - Two semaphores in one order -------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// The fixed twin of deadlock.c: another_function takes sem1 first, as
// bad_function does. Nothing else is changed, so it has the same compile
// errors and must be clean all the same.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/semaphore.h>

DEFINE_SEMAPHORE(sem1);
DEFINE_SEMAPHORE(sem2);

static void bad_function(void)
{
	down(&sem1);
	printk(KERN_INFO "bad_function: has sem1, waits for sem2\n");

	down(&sem2);
	printk(KERN_INFO "bad_function: has both\n");

	/* Critical section */

	up(&sem2);
	up(&sem1);
}

static void another_function(void)
{
	/* The same order as in bad_function */
	down(&sem1);
	printk(KERN_INFO "another_function: has sem1, waits for sem2\n");

	down(&sem2);
	printk(KERN_INFO "another_function: has both\n");

	/* Critical section */

	up(&sem2);
	up(&sem1);
}

static int __init deadlock_init(void)
{
	printk(KERN_INFO "deadlock: loaded\n");

	/* Run the two side by side */
	kernel_thread(bad_function, NULL, 0);
	kernel_thread(another_function, NULL, 0);

	return 0;
}

static void __exit deadlock_exit(void)
{
	printk(KERN_INFO "deadlock: unloaded\n");
}

module_init(deadlock_init);
module_exit(deadlock_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Two threads that take their semaphores in one order");
