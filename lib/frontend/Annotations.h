//===- Annotations.h - What a function's declaration says of locks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   static void end_grab(struct port *p) __must_hold(&p->lock)
//
// To a compiler that is not sparse the words between the parameters and the body are nothing; since
// Linux 7.0 they are Clang's capability attributes (Documentation/dev-tools/context-analysis.rst).
// Either way they name a lock that is held on entry: what must be held, and what is released.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/Expressions.h"

namespace lockorder {

/// The modelled words between a definition's name and its body, as events of its entry. What does
/// not name a parameter or a global object (`__must_hold(RCU)`) is left out.
std::vector<ApiEvent> annotationsOf(const clang::FunctionDecl *Decl, NameTable &Names,
                                    const MacroIndex &Macros, Expressions &Values);

} // namespace lockorder
