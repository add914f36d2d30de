//===- Ledger.h - What was seen, and what became of it ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A tool that silently sees less than its user believes is worse than none. So everything that came
// in is counted, and each column adds up to what was seen; `check` says whether it does.
//
// The ledger has no cache, job or time figures: it is the same for any -j and any cache.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lockorder {

struct LostUnit {
  std::string Object;
  std::string Source;
  std::string Reason;
  friend auto operator<=>(const LostUnit &, const LostUnit &) = default;
};

struct Ledger {
  // Distinct entries of the database == Units + HostPrograms + Assembly + OtherLanguages +
  // Unselected + Malformed. What builds the same object again is not counted.
  uint64_t Entries = 0, Units = 0, HostPrograms = 0, Assembly = 0, OtherLanguages = 0,
           Unselected = 0, Malformed = 0;

  // Units == UnitsClean + UnitsWithErrors + LostUnits.
  uint64_t UnitsClean = 0, UnitsWithErrors = 0;
  std::vector<LostUnit> LostUnits;
  uint64_t CompileErrors = 0;

  std::map<std::string, uint64_t> DroppedFlags; ///< flag -> units

  // Lock operations, by distinct place in the source. SitesSeen comes from a walk of its own over
  // AST and macros. SitesSeen == SitesModelled + sum(SitesUnresolved) + sum(SitesSkipped).
  uint64_t SitesSeen = 0, SitesModelled = 0;
  std::map<std::string, uint64_t> SitesUnresolved, SitesSkipped; ///< reason -> sites

  // Indirect calls, by distinct place. IndirectCalls == IndirectResolved + IndirectCapped +
  // Indirect- NeverAssigned + IndirectUnresolved.
  uint64_t IndirectCalls = 0, IndirectResolved = 0, IndirectCapped = 0, IndirectNeverAssigned = 0,
           IndirectUnresolved = 0;
  std::map<std::string, uint64_t> IndirectUnresolvedBy; ///< field or kind of expression -> sites

  uint64_t Functions = 0;           ///< distinct bodies
  uint64_t FunctionsIncomplete = 0; ///< bodies for which Clang built no control-flow graph
  uint64_t FunctionsCapped = 0;     ///< state sets that had to be cut short
  uint64_t SymbolDuplicates = 0;    ///< names defined more than once in one image

  /// One line for each sum that does not hold; empty when all do.
  std::vector<std::string> check() const;
};

} // namespace lockorder
