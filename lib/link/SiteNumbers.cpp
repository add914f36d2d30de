//===- SiteNumbers.cpp - The places in some functions' code, in order -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/SiteNumbers.h"
#include "lockir/Canonical.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

const std::vector<Site> &SiteNumbers::all() const {
  std::call_once(Asked, [&] {
    for (FunctionId F : Functions)
      forEachPlace(P.function(F), [&](const Site &S) { Sites.push_back(S); });
    llvm::sort(Sites);
    Sites.erase(std::unique(Sites.begin(), Sites.end()), Sites.end());
  });
  return Sites;
}

std::vector<uint64_t> SiteNumbers::inText() const {
  std::vector<uint64_t> Out;
  for (FunctionId F : Functions)
    forEachPlace(P.function(F), [&](const Site &S) { Out.push_back(of(S).value()); });
  return Out;
}

std::optional<uint64_t> SiteNumbers::of(const Site &S) const {
  if (S == Site())
    return 0;
  auto It = llvm::lower_bound(all(), S);
  if (It == Sites.end() || *It != S)
    return std::nullopt;
  return 1 + static_cast<uint64_t>(It - Sites.begin());
}

bool SiteNumbers::find(uint64_t Number, Site &S) const {
  if (Number > all().size())
    return false;
  S = Number == 0 ? Site() : Sites[Number - 1];
  return true;
}

} // namespace lockorder
