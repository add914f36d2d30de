//===- z.c - sink_lock, then stove_lock ---------------------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
//
// Third edge of the cycle, which closes it: washing up holds the sink and
// wants the stove.
//
//===----------------------------------------------------------------------===//
#include <linux/workqueue.h>

#include "kitchen.h"

DEFINE_MUTEX(sink_lock);
int dishes_in_sink;

static void wash_up(struct work_struct *work);
static DECLARE_DELAYED_WORK(wash_work, wash_up);

static void wash_up(struct work_struct *work)
{
	mutex_lock(&sink_lock);
	if (dishes_in_sink > 0) {
		mutex_lock(&stove_lock);
		dishes_in_sink--;
		pots_on_stove++;
		mutex_unlock(&stove_lock);
	}
	mutex_unlock(&sink_lock);

	schedule_delayed_work(&wash_work, HZ);
}

void wash_start(void)
{
	schedule_delayed_work(&wash_work, HZ);
}

void wash_stop(void)
{
	cancel_delayed_work_sync(&wash_work);
}
