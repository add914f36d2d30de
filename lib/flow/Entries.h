//===- Entries.h - Where threads of execution begin, and what they hold -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   INIT_WORK(&p->work, fn)        fn: process, bound to port.work
//   request_irq(irq, fn, ...)      fn: hardirq
//   .ndo_start_xmit = fn           fn: softirq, says the model (`callbacks`)
//   nobody here calls fn           fn: process, as far as one can tell
//
// A work holds, as lockdep has it, something named after itself while it runs, and who waits for it
// wants that; so waiting under a lock that the work needs is a cycle of locks like any other.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"

namespace lockorder {

/// Members that some modelled API, or a timer, binds a thread of execution to.
std::set<FieldId> boundFields(const Program &P, llvm::ArrayRef<HrTimer> Timers);

/// What is so wherever a member is called through, in a kernel that is not here.
struct CalledUnder {
  FieldId Member;
  Context Off = Context::Process; ///< what is switched off; Process: nothing
  std::vector<ClassId> Held;
};

/// Fills Facts.Entries. What the model says of a member counts more than `Derived`. Linear.
void findEntries(const Program &P, const KernelModel &Model, LockFacts &Facts,
                 const std::vector<CalledUnder> &Derived);

/// As if `F` held what is waited for while it runs: an index into what it acquires.
uint32_t holdEvent(const Program &P, LockFacts &Facts, FunctionId F);

/// Such a function wants a lock: `Wanted` is an index into what it acquires, of class `To`.
void addEventOrder(LockFacts &Facts, FunctionId F, ClassId Event, uint32_t Held, ClassId To,
                   uint32_t Wanted);

/// Who is called under a global lock and takes it waits for the caller: rtnl_lock() in ndo_open.
void addEntryRelocks(const Program &P, LockFacts &Facts);

/// Adds the orders "runs bound to W, takes C" for each W that somebody waits for; `Waited` are
/// some of them.
void addBoundOrders(const Program &P, LockFacts &Facts, std::set<ClassId> Waited, unsigned Threads);

} // namespace lockorder
