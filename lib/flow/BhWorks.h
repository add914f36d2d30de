//===- BhWorks.h - Works that run in softirqs -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A work runs in a thread, unless it is put into one of the queues of bottom halves:
//
//   queue_work(system_bh_wq, &host->finish);
//
// A work that is made anew each time before it is put into a queue, as dm-crypt does, runs where
// that very function puts it. Queues that a driver makes with WQ_BH are not known: Linux 6.12 has
// one. Source: Documentation/core-api/workqueue.rst, "BH workqueues".
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockClass.h"
#include "link/Program.h"
#include <map>
#include <set>

namespace lockorder {

/// A work that is put into a queue of bottom halves somewhere.
struct BhWork {
  bool Always = true;                 ///< all calls that name it do so
  std::set<FunctionId> Here, Threads; ///< who puts it there, and who puts it elsewhere
};

/// Linear in the program.
std::map<ClassId, BhWork> findBhWorks(const Program &P, TermTable &Terms, ClassTable &Classes);

} // namespace lockorder
