//===- PrintedReport.h - A report as it was printed -------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where nothing has changed, the same is printed again: not the findings are kept but the bytes, so
// that a report from the cache cannot differ from one that was made.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "Options.h"

namespace lockorder {

struct PrintedReport {
  int ExitCode = 0;
  std::string Notices; ///< to standard error, before
  std::string Body;    ///< to where the output goes
  std::string Ledger;  ///< to standard error, after
};

std::string encode(const PrintedReport &Report);
/// None: these bytes are not what encode() made.
std::optional<PrintedReport> decode(llvm::StringRef Bytes);

/// The report of these units under these options; none where it is not worth keeping, or units were
/// lost.
std::optional<ContentHash> idOf(const Options &O, const ExtractedUnits &Units);

} // namespace lockorder
