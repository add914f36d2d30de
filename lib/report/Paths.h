//===- Paths.h - File names as URIs -----------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lockorder {

/// `Path` with all that RFC 3986 does not allow in a path percent-encoded, and ':' too: before the
/// first '/' of a relative reference it would end a scheme.
std::string encodePath(llvm::StringRef Path);

/// "file:///usr/src/" for the folder "/usr/src".
std::string folderUri(llvm::StringRef Folder);

} // namespace lockorder
