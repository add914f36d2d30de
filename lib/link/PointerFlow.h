//===- PointerFlow.h - Calls through pointers -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which functions may a call through a pointer reach?
//
//   .open = my_open                 file_operations.open  holds  my_open
//   d->release = release            device.release        holds  what the parameter `release` holds
//   fn = d->release;                the local fn          holds  what device.release holds
//   default_idle = idle             the global            holds  idle
//   ((void (*)(void *, int))fn)(p, 1);    of these, those of that type
//
// Members (of all objects of a record type), globals, parameters, locals and results are the
// places that hold functions; each assignment, argument and return value makes one hold what
// another one holds. Order and paths do not matter here: a path that knows better narrows the list
// (flow/CallTargets.cpp). The elements of an array are one place. This is Andersen's analysis,
// field-based as in Heintze and Tardieu, "Ultra-fast aliasing analysis using CLA" (PLDI 2001).
//
// Then a call is narrowed: to what stands in the very table that it names; else, where a place
// holds functions of several types, to those of the call's type, which is all that a kernel with
// CONFIG_CFI_CLANG lets it reach; and from an owner's code to the owner's own (Owners.h), if any.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"

namespace lockorder {

/// Completes Program::PointerTargets and GlobalTargets, fills IndirectCalls. Needs the facts of all
/// units and the copies of Specialize.h. Linear in the program, times the functions that a place
/// holds.
void followPointers(Program &P);

} // namespace lockorder
