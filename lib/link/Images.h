//===- Images.h - What is linked together -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel build makes more than one program: vmlinux, each module, and small programs with a
// `main` and a `printf` of their own (the boot loader's stub, the vdso, the realmode trampoline).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/StringRef.h"

namespace lockorder {

/// "vmlinux", "module NAME", or "program FOLDER".
std::string imageOf(const TranslationUnit &Unit, llvm::StringRef SourceRoot);

} // namespace lockorder
