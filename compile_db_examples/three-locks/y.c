//===- y.c - fridge_lock, then sink_lock --------------------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// Second edge of the cycle: clearing up holds the fridge and wants the sink.
//
//===----------------------------------------------------------------------===//
#include <linux/workqueue.h>

#include "kitchen.h"

DEFINE_MUTEX(fridge_lock);
int plates_in_fridge;

static void clear_up(struct work_struct *work);
static DECLARE_DELAYED_WORK(clear_work, clear_up);

static void clear_up(struct work_struct *work)
{
	mutex_lock(&fridge_lock);
	if (plates_in_fridge > 0) {
		mutex_lock(&sink_lock);
		plates_in_fridge--;
		dishes_in_sink++;
		mutex_unlock(&sink_lock);
	}
	mutex_unlock(&fridge_lock);

	schedule_delayed_work(&clear_work, HZ);
}

void clear_start(void)
{
	schedule_delayed_work(&clear_work, HZ);
}

void clear_stop(void)
{
	cancel_delayed_work_sync(&clear_work);
}
