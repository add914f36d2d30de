//===- LocalCallees.h - Calls through a local variable ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a local variable holds is what the function puts into it:
//
//   fn = work->func;                     the targets of work_struct.func
//   fn = c ? first : second;             first, second
//   fn = lookup(name);                   not known
//
// Order does not matter here; a path that knows better narrows the list (flow/Calls.cpp).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"

namespace lockorder {

/// Fills Program::LocalCallees; needs all pointer targets. Linear in the functions that call
/// through a local variable.
void findLocalCallees(Program &P);

} // namespace lockorder
