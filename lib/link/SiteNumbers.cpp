//===- SiteNumbers.cpp - The places in some functions' code, in order -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/SiteNumbers.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

SiteNumbers::SiteNumbers(const Program &P, llvm::ArrayRef<FunctionId> Functions) {
  for (FunctionId Id : Functions) {
    const Function &F = P.function(Id);
    Sites.push_back(F.Where);
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        std::visit([&](const auto &Each) { Sites.push_back(Each.Where); }, E);
  }
  llvm::sort(Sites);
  Sites.erase(std::unique(Sites.begin(), Sites.end()), Sites.end());
}

std::optional<uint64_t> SiteNumbers::of(const Site &S) const {
  if (S == Site())
    return 0;
  auto It = llvm::lower_bound(Sites, S);
  if (It == Sites.end() || *It != S)
    return std::nullopt;
  return 1 + static_cast<uint64_t>(It - Sites.begin());
}

bool SiteNumbers::find(uint64_t Number, Site &S) const {
  if (Number > Sites.size())
    return false;
  S = Number == 0 ? Site() : Sites[Number - 1];
  return true;
}

} // namespace lockorder
