//===- Accounts.h - Where the ledger's numbers come from -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects, unit by unit and then from the linked program, what the ledger reports. A lock
// operation is a place in the source with the name of an API; it counts once, however many units
// include it. A kernel's units have a million of them, most of the same headers, so names and files
// are looked up once in a unit.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include "report/Ledger.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

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
  /// The name of an API and where it stands: ids of the tables below in the first number, line and
  /// column in the second.
  using Place = std::pair<uint64_t, uint64_t>;
  /// From the ids of a unit or program.
  template <typename Tables> class Places;
  std::string spell(Place Where) const;
  /// In the order of names and places, whatever order units were added in.
  void notice(std::vector<Place> Those, const char *What, std::vector<std::string> &Notices) const;
  void countIndirectCalls(const Program &P);
  void countSites(const Program &P, const LockFacts &Facts, std::vector<std::string> &Notices);

  Table<NameTag, std::string> Names;
  Table<FileTag, std::string> Files;
  llvm::DenseSet<Place> Seen, Lowered, Linked;
  llvm::DenseMap<Place, NameId> Skipped; ///< and why
};

} // namespace lockorder
