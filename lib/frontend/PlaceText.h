//===- PlaceText.h - Text that names a place --------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does a macro's argument name, if the macro throws it away?
//
//   int f(struct foo *p) __must_hold(&p->dev.lock)            to a compiler, nothing at all
//   lockdep_set_class(&p->queue.lock, &foo_key);              without CONFIG_LOCKDEP:
//   (void)&foo_key
//
// Clang has no expression for such text.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/Expressions.h"

namespace lockorder {

/// `&p->dev.lock`, `lock` or `*slot` as the place of a lock, in terms of the function's parameters
/// and variables and of globals; none where it says more than that.
NodeId placeOfText(llvm::StringRef Text, const clang::FunctionDecl *Decl, NameTable &Names,
                   Expressions &Values);

} // namespace lockorder
