//===- Report.h - Findings for people and for machines ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One value in, bytes out: the same report gives the same bytes. The text form is what compilers
// print (FILE:LINE:COLUMN: warning: ... [lockorder-CHECK], then note: lines for the steps), so that
// editors and CI understand it; JSON is pinned, version 1; SARIF is 2.1.0 as its viewers read it.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Finding.h"
#include "report/Ledger.h"
#include "llvm/Support/raw_ostream.h"

namespace lockorder {

/// What a check is, for --list-checks and SARIF's rules.
struct CheckDescription {
  std::string Name;    ///< "lock-order"
  std::string RuleId;  ///< "LO1001"
  std::string Summary; ///< one line
  std::string Help;    ///< what it means and what to do: paragraphs of plain text
  std::vector<unsigned> Cwe;
};

struct Report {
  std::string ToolVersion;
  std::string SourceRoot; ///< absolute; files below it are printed relative to it
  std::string WorkingDirectory;
  std::vector<CheckDescription> Checks;
  std::vector<Finding> Findings; ///< sorted; below the confidence floor already dropped
  Ledger Counts;
  std::vector<std::string> Notices; ///< units lost and the like, for tool notifications
  int ExitCode = 0;
};

/// `Color`: ANSI colours. `Snippets`: the source line and a caret below the warning where the
/// source can be read.
struct TextOptions {
  bool Color = false;
  bool Snippets = true;
};

void writeText(const Report &R, const TextOptions &Options, llvm::raw_ostream &Out);
void writeJson(const Report &R, llvm::raw_ostream &Out);
void writeSarif(const Report &R, llvm::raw_ostream &Out);

/// The ledger as a short table for people (standard error).
void writeLedger(const Ledger &L, llvm::raw_ostream &Out);

/// `File` relative to `Root` where it is below it, else unchanged.
std::string relativeTo(llvm::StringRef File, llvm::StringRef Root);

} // namespace lockorder
