//===- sibling.c - The seed's includes, and nothing that fails ----*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// An empty module with the includes of deadlock.c. Kbuild compiles it and so
// records the command that make-database hands on to deadlock*.c.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/semaphore.h>

static int __init sibling_init(void)
{
	return 0;
}

static void __exit sibling_exit(void)
{
}

module_init(sibling_init);
module_exit(sibling_exit);
MODULE_DESCRIPTION("Lends its compile command to deadlock.c");
MODULE_LICENSE("GPL");
