//===- ExportFacts.h - What an analysed kernel tells others -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes what facts/KernelFacts.h has. In it are
//   - functions with external linkage, and those that pointers hold, with what callers need of
//     them; of all others only what stands on the way of a witness;
//   - for each order the most believable events, none of which the refinement refutes.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "order/LockGraph.h"

namespace lockorder {

KernelFacts exportFacts(const Program &P, const LockFacts &Facts, const LockGraph &Graph,
                        OrderRefinement &Refinement);

} // namespace lockorder
