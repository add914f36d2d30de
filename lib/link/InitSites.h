//===- InitSites.h - Locks that are made in one place are of one class -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// lockdep gives a class to each place in the source that makes locks (a static lock_class_key in
// the macro, or one that is passed), whatever the locks are called:
//
//   static void init_pair(spinlock_t *l) { spin_lock_init(l); }
//   init_pair(&first); init_pair(&second);          first and second: two locks of one class
//
// Which place made a global lock is a fact of the program, whether or not a root leads there.
// Source: Documentation/locking/lockdep-design.rst, "Lock-class".
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"

namespace lockorder {

/// Fills Program::InitClass and Program::OwnClass. Linear in the program; only what is passed on as
/// `&global` or as a parameter is followed, so a lock that is made in two places keeps its name.
void findInitSites(Program &P);

} // namespace lockorder
