//===- Facts.h - What declarations and initializers say -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some of what matters stands outside of functions: which function a table's field holds, a
// semaphore's initial count, which function `module_init()` makes an entry point.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/MacroIndex.h"
#include "frontend/NameTable.h"

namespace lockorder {

/// Walks a static object's initializer. `Mentioned` receives the functions that it names.
void collectInitializer(const clang::VarDecl *Object, NameTable &Names, const KernelModel &Model,
                        std::vector<const clang::FunctionDecl *> &Mentioned);

/// module_init() and the like, EXPORT_SYMBOL().
void collectDeclarations(const MacroIndex &Macros, NameTable &Names,
                         std::vector<const clang::FunctionDecl *> &Mentioned);

} // namespace lockorder
