//===- deadlock.c - Two semaphores in opposite orders -------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// The module that articles on kernel deadlocks print, with its flaws: the
// one-argument DEFINE_SEMAPHORE, the three-argument kernel_thread, thread
// functions of the wrong type. Do not repair them; README.md says why.
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
MODULE_DESCRIPTION("Two threads that wait for each other");
