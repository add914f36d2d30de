//===- WholeFile.h - Files that are there whole or not at all ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Others read what is written here while it is written, and a disk may fill up or the power fail in
// between: so bytes go to a temporary beside the file, which takes its place when it is complete.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lockorder {

/// The error names the file, what failed ("cannot write it") and the system's reason. Nothing is
/// left behind on failure.
llvm::Error writeWholeFile(const std::string &Path, llvm::StringRef Bytes);

} // namespace lockorder
