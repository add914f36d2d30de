//===- PrintedReport.h - A report as it was printed -------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where nothing has changed, the same is printed again: the bytes are kept, so that a report from
// the cache cannot differ from one that was made. Beside them, all that was found is kept: asked
// about another file, tier or check, or in another format, the kernel is not analysed again.
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

/// All that was found, and what was said meanwhile.
struct WholeReport {
  Report Found;
  std::string Said;
};

std::string encodeWhole(WholeReport Whole);
std::optional<WholeReport> decodeWhole(llvm::StringRef Bytes);

std::string encode(const PrintedReport &Report);
/// None: these bytes are not what encode() made.
std::optional<PrintedReport> decode(llvm::StringRef Bytes);

/// None where it is not worth keeping, or units were lost.
struct ReportIds {
  std::optional<ContentHash> Printed; ///< the report of these units under these options
  std::optional<ContentHash> Whole;   ///< all that is found of them, whatever of it is asked for
};
ReportIds idsOf(const Options &O, const ExtractedUnits &Units);

} // namespace lockorder
