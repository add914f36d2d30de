//===- Specialize.h - Functions that are passed, at the place of the call -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which function does a call through a parameter reach?
//
//   bus_for_each_dev(bus, NULL, data, reset_one);    calls a copy of bus_for_each_dev() in which
//                                                    `fn(dev, data)` is `reset_one(dev, data)`
//
// Each set of functions that is passed to a function makes a copy of it, in which they have their
// names. So nothing after this stage needs to know callbacks, and no caller sees another caller's.
// A parameter counts if it is called, stored in a member, started as a thread, or passed on to one
// that counts.
//
// Not modelled: functions passed inside of records (`struct mm_walk_ops`), and more than MaxCopies.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"

namespace lockorder {

/// Adds the copies and makes calls name them. What only copies are called of loses its body. Linear
/// in the program and its copies. Before the call graph is built.
void specialize(Program &P, unsigned Threads = 1);

} // namespace lockorder
