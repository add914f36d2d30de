//===- x.c - stove_lock, then fridge_lock -------------------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// First edge of the cycle: cooking holds the stove and wants the fridge.
//
//===----------------------------------------------------------------------===//
#include <linux/module.h>
#include <linux/workqueue.h>

#include "kitchen.h"

DEFINE_MUTEX(stove_lock);
int pots_on_stove = 3;

static void cook(struct work_struct *work);
static DECLARE_DELAYED_WORK(cook_work, cook);

static void cook(struct work_struct *work)
{
	mutex_lock(&stove_lock);
	if (pots_on_stove > 0) {
		mutex_lock(&fridge_lock);
		pots_on_stove--;
		plates_in_fridge++;
		mutex_unlock(&fridge_lock);
	}
	mutex_unlock(&stove_lock);

	schedule_delayed_work(&cook_work, HZ);
}

void cook_start(void)
{
	schedule_delayed_work(&cook_work, HZ);
}

void cook_stop(void)
{
	cancel_delayed_work_sync(&cook_work);
}

static int __init kitchen_init(void)
{
	cook_start();
	clear_start();
	wash_start();
	return 0;
}

static void __exit kitchen_exit(void)
{
	cook_stop();
	clear_stop();
	wash_stop();
}

module_init(kitchen_init);
module_exit(kitchen_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Three mutexes that form a cycle over three files");
