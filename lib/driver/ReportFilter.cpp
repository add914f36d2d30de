//===- ReportFilter.cpp - Findings that touch some files --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ReportFilter.h"
#include "base/Error.h"
#include "compdb/Selection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace lockorder {

llvm::Expected<ReportFilter> ReportFilter::make(const std::vector<std::string> &Wanted,
                                                const std::vector<std::string> &Bases) {
  ReportFilter Filter;
  llvm::SmallString<128> Here;
  (void)llvm::sys::fs::current_path(Here);
  std::vector<std::string> From{std::string(Here)};
  llvm::append_range(From, Bases);
  for (const std::string &Name : Wanted) {
    auto Base = llvm::find_if(From, [&](const std::string &Folder) {
      return !Folder.empty() && llvm::sys::fs::exists(normalizedPath(Folder, Name));
    });
    if (Base == From.end())
      return makeError("--report=" + Name + ": no such file or folder, neither from " + Here +
                       " nor from the source tree");
    Filter.Places.push_back(normalizedPath(*Base, Name));
  }
  return Filter;
}

bool ReportFilter::isWanted(const Location &Where) const {
  return llvm::any_of(Places, [&](const std::string &P) { return liesUnder(Where.File, P); });
}

bool ReportFilter::concerns(const Finding &F) const {
  return Places.empty() || isWanted(F.Where) || llvm::any_of(F.Witnesses, [&](const Witness &W) {
           return llvm::any_of(W.Steps, [&](const Step &S) { return isWanted(S.Where); });
         });
}

bool ReportFilter::concernsMore(const Finding &F) const {
  return llvm::any_of(F.Witnesses, [&](const Witness &W) {
    auto First = llvm::find_if(W.Steps, [](const Step &S) { return S.Event != StepEvent::Calls; });
    return std::any_of(First, W.Steps.end(), [&](const Step &S) { return isWanted(S.Where); });
  });
}

} // namespace lockorder
