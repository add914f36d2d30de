//===- NaiveGraph.h - Lock orders without any understanding -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a simple tool would see: see Mechanisms.h.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"
#include "llvm/ADT/BitVector.h"

namespace lockorder {

/// From a caller and a call, the functions to follow.
using NaiveCallees = llvm::function_ref<llvm::ArrayRef<FunctionId>(FunctionId, const CallEvent &)>;

/// By row: the locks that are taken while the row's is held.
std::vector<llvm::BitVector> naiveOrders(const Program &P, NaiveCallees Callees);

} // namespace lockorder
