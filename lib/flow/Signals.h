//===- Signals.h - Who is waited for by name of an event --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   waiter:     mutex_lock(&x->lock); wait_for_completion(&x->done);
//   signaller:  mutex_lock(&x->lock); ... mutex_unlock(&x->lock); complete(&x->done);
//
// The signaller has to get the lock before it comes to complete(): as if it held the completion
// while it wants the lock (lockdep's cross-release idea). Of one that is signalled in several
// places, only what is needed before each of them counts.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"

namespace lockorder {

/// Adds the orders "signals E, after it took C", also where nobody waits for E here: a module may
/// (facts/KernelFacts.h). Linear in the signals.
void addSignalOrders(const Program &P, LockFacts &Facts);

} // namespace lockorder
