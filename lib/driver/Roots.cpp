//===- Roots.cpp - --root: only what these functions reach -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Roots.h"
#include "base/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {

static std::vector<FunctionId> findRoot(const Program &P, llvm::StringRef Root) {
  auto [File, Name] = Root.rsplit(':');
  if (Name.empty())
    std::swap(File, Name);
  std::vector<FunctionId> Found;
  for (uint32_t F = 0; F != P.Functions.size(); ++F) {
    FunctionId Id(F);
    const Function &Body = P.function(Id);
    llvm::StringRef Path = Body.Where.File ? llvm::StringRef(P.Files[Body.Where.File]) : "";
    bool Here = File.empty() || Path == File || Path.ends_with(("/" + File).str());
    if (P.nameOf(Id) == Name && Here)
      Found.push_back(Id);
  }
  return Found;
}

static llvm::Error noSuchRoot(const Program &P, llvm::StringRef Root) {
  llvm::StringRef Name = Root.rsplit(':').second.empty() ? Root : Root.rsplit(':').second;
  std::vector<std::string> Near;
  for (uint32_t F = 0; F != P.Functions.size() && Near.size() != 3; ++F) {
    llvm::StringRef Other = P.nameOf(FunctionId(F));
    if (Other.edit_distance(Name, true, 3) < 3 && !llvm::is_contained(Near, Other))
      Near.push_back(Other.str());
  }
  std::string Hint = Near.empty() ? "" : "; did you mean " + llvm::join(Near, ", ") + "?";
  return makeError("--root=" + Root + ": no analysed file defines such a function" + Hint);
}

llvm::Error restrictToRoots(Program &P, const std::vector<std::string> &Roots) {
  if (Roots.empty())
    return llvm::Error::success();
  std::vector<FunctionId> Pending;
  for (const std::string &Root : Roots) {
    std::vector<FunctionId> Found = findRoot(P, Root);
    if (Found.empty())
      return noSuchRoot(P, Root);
    llvm::append_range(Pending, Found);
  }
  P.keepReachable(std::move(Pending));
  return llvm::Error::success();
}

} // namespace lockorder
