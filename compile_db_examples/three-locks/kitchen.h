//===- kitchen.h - The three locks, one defined in each file ------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception OR GPL-2.0-only
//
//===----------------------------------------------------------------------===//
#ifndef KITCHEN_H
#define KITCHEN_H

#include <linux/mutex.h>

extern struct mutex stove_lock;		/* x.c */
extern struct mutex fridge_lock;	/* y.c */
extern struct mutex sink_lock;		/* z.c */

extern int pots_on_stove;		/* guarded by stove_lock */
extern int plates_in_fridge;		/* guarded by fridge_lock */
extern int dishes_in_sink;		/* guarded by sink_lock */

/* Each file has one job that goes on until it is stopped. */
void cook_start(void);
void cook_stop(void);
void clear_start(void);
void clear_stop(void);
void wash_start(void);
void wash_stop(void);

#endif /* KITCHEN_H */
