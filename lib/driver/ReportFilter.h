//===- ReportFilter.h - Findings that touch some files ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: I have changed these files; which of the whole kernel's findings concern me? Those
// with a step of a witness in one of them: a deadlock's other half may lie anywhere.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Finding.h"
#include "llvm/Support/Error.h"

namespace lockorder {

class ReportFilter {
public:
  ReportFilter() = default;
  /// Of these normalized paths.
  explicit ReportFilter(std::vector<std::string> Places) : Places(std::move(Places)) {}
  /// `Wanted`: files and folders, relative to the current directory, else to one of `Bases`; the
  /// first that is there. Fails, with the name, if none is. None wanted: everything is.
  static llvm::Expected<ReportFilter> make(const std::vector<std::string> &Wanted,
                                           const std::vector<std::string> &Bases);

  bool concerns(const Finding &F) const;
  /// Also beyond the calls that lead to where the first lock, or the handler, begins.
  bool concernsMore(const Finding &F) const;

private:
  bool isWanted(const Location &Where) const;
  std::vector<std::string> Places; ///< normalized
};

} // namespace lockorder
