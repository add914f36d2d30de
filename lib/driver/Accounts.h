//===- Accounts.h - Where the ledger's numbers come from -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects, unit by unit and then from the linked program, what the ledger reports. A lock
// operation is a place in the source with the name of an API; it counts once, however many units
// include it.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include "report/Ledger.h"
#include <set>

namespace lockorder {

class Accounts {
public:
  void addUnit(const TranslationUnit &Unit);
  void addLost(LostUnit Lost) { Out.LostUnits.push_back(std::move(Lost)); }
  /// What the program says without its facts; comes before finish().
  void addProgram(const Program &P);
  /// Completes the ledger. `Notices` receives what does not add up.
  Ledger finish(const Program &P, const LockFacts &Facts, std::vector<std::string> &Notices) &&;

  Ledger Out;

private:
  struct Place {
    std::string Api;
    std::string File;
    uint32_t Line, Column;
    friend auto operator<=>(const Place &, const Place &) = default;
  };
  /// `In`: the unit or program whose ids these are.
  template <typename Tables> static Place placeIn(const Tables &In, NameId Api, Site Where) {
    return {In.Names[Api], Where.File ? In.Files[Where.File] : "", Where.Line, Where.Column};
  }
  void countIndirectCalls(const Program &P);
  void countSites(const Program &P, const LockFacts &Facts, std::vector<std::string> &Notices);

  std::set<Place> Seen, Lowered, Linked;
  std::map<Place, std::string> Skipped;
};

} // namespace lockorder
