//===- deadlock_uncalled.c - The inversion, called by nobody ------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// deadlock.c without the threads: no call and no pointer leads to the two
// functions. A function without callers is a root, so the inversion counts.
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
	down(&sem2);
	printk(KERN_INFO "another_function: has sem2, waits for sem1\n");

	down(&sem1);
	printk(KERN_INFO "another_function: has both\n");

	/* Critical section */

	up(&sem1);
	up(&sem2);
}

static int __init deadlock_init(void)
{
	printk(KERN_INFO "deadlock: loaded\n");

	return 0;
}

static void __exit deadlock_exit(void)
{
	printk(KERN_INFO "deadlock: unloaded\n");
}

module_init(deadlock_init);
module_exit(deadlock_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Two functions that would wait for each other");
