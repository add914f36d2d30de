//===- BuildFolder.h - Where a module's kernel was built --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: in which folder did Kbuild run the compiler on this out-of-tree module? See
// CmdFiles.h; the answer is checked, never guessed: all relative include paths of the command exist
// below it, and where the module's release is known, so is the folder's and they are equal.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>
#include <vector>

namespace lockorder {

class BuildFolderFinder {
public:
  /// `Given` are folders to try first, in that order.
  explicit BuildFolderFinder(std::vector<std::string> Given) : Given(std::move(Given)) {}

  /// The kernel build folder for a command whose target is the absolute `Object`.
  llvm::Expected<std::string> find(llvm::StringRef Object, llvm::StringRef Command);

private:
  llvm::Expected<std::string> search(llvm::StringRef Object, llvm::StringRef Release,
                                     const std::vector<std::string> &Options);
  const std::string &releaseOf(llvm::StringRef ModuleFolder);

  std::vector<std::string> Given;
  std::map<std::string, std::string> Found;    ///< relative and absolute includes -> folder
  std::map<std::string, std::string> Releases; ///< module's folder -> release, empty: unknown
};

} // namespace lockorder
