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
// Queues that a driver makes with WQ_BH are not known: Linux 6.12 has one.
// Source: Documentation/core-api/workqueue.rst, "BH workqueues".
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockClass.h"
#include "link/Program.h"
#include <map>

namespace lockorder {

/// Of works that are put into a queue of bottom halves somewhere: whether all calls that name them
/// do so. Linear in the program.
std::map<ClassId, bool> findBhWorks(const Program &P, TermTable &Terms, ClassTable &Classes);

} // namespace lockorder
