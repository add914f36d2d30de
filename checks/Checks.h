//===- Checks.h - The table of checks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A check is a pure function from what the analysis found to findings, in one file without a
// header. To add one: write its file, add its line to Checks.cpp, add a pair of golden cases
// (test/golden).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Finding.h"
#include "order/LockGraph.h"

namespace lockorder {

/// All that a check may look at.
struct CheckInput {
  const Program &P;
  const LockFacts &Facts;
  const LockGraph &Graph;
  unsigned Threads = 1;
};

struct Check {
  const char *Name;    ///< as on the command line and in reports
  const char *RuleId;  ///< SARIF
  const char *Summary; ///< one line
  const char *Help;    ///< what it means, what to do
  std::vector<unsigned> Cwe;
  std::vector<Finding> (*Run)(const CheckInput &);
};

const std::vector<Check> &allChecks();

/// A cycle that rests on more assumptions is no finding. On a defconfig half of all cycles do; of
/// those that were read one in twenty was true.
constexpr size_t MaxAssumptions = 2;

/// What is assumed if that cycle is to be a deadlock.
std::vector<std::string> assumptionsOf(const CheckInput &In, const LockCycle &Cycle);

/// Whether a callee gives up a last reference on its way to the acquisition.
inline bool needsLastReference(const LockFacts &Facts, const Acquisition &A) {
  const Acquisition *Inner = Facts.inCallee(A);
  return Inner && Inner->LastReference;
}

/// Both locks of the event are members of one object; for what runs bound to a work or a timer, of
/// one type: the handler finds its object from that.
bool ofOneObject(const CheckInput &In, const OrderEvent &E);

/// Lowers a finding that believes an assertion.
void lowerByStatement(Finding &F, const Acquisition &Held);

/// Lowers a finding whose call chain leads through function pointers; see PointerUse.
void lowerByPointers(Finding &F, uint8_t Pointers);

/// Why a claim about paths is a guess.
inline constexpr const char *TooManyPaths =
    "too many paths to follow each: paths that were joined may have been mixed up";

/// Hexadecimal digest of what identifies a finding, independent of lines.
std::string fingerprint(llvm::StringRef CheckName, std::vector<std::string> Locks,
                        std::vector<std::string> Functions);

} // namespace lockorder
