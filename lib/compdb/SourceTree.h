//===- SourceTree.h - The kernel tree that a source lies in -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: relative to which folder would a kernel developer name these files? The kernel tree
// that most of them lie in, unless most lie outside of any (a module, with a helper or two of the
// kernel's). Common ancestors do not tell: a single generated source elsewhere changes them.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace lockorder {

class SourceTrees {
public:
  /// The nearest folder above the source that has Kbuild, Makefile and include/linux; empty: none.
  /// Counts the source.
  const std::string &treeOf(llvm::StringRef Source);

  /// The tree of most sources seen; empty if most are in none.
  std::string commonest() const;

private:
  const std::string &treeAbove(llvm::StringRef Folder);

  llvm::StringMap<std::string> TreeOfFolder;
  std::map<std::string, uint64_t> Sources; ///< tree -> number of sources
};

} // namespace lockorder
