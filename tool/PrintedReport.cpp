//===- PrintedReport.cpp - A report as it was printed -----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrintedReport.h"
#include "cache/Words.h"
#include "report/StoredReport.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {

std::string encode(const PrintedReport &Report) {
  Words Out;
  Out << static_cast<uint64_t>(Report.ExitCode) << Report.Notices << Report.Body << Report.Ledger;
  return std::move(Out.Text);
}

std::optional<PrintedReport> decode(llvm::StringRef Bytes) {
  std::optional<std::string> Code = takeWord(Bytes), Notices = takeWord(Bytes),
                             Body = takeWord(Bytes), Ledger = takeWord(Bytes);
  PrintedReport Report;
  if (!Code || !Notices || !Body || !Ledger ||
      llvm::StringRef(*Code).getAsInteger(10, Report.ExitCode))
    return std::nullopt;
  Report.Notices = std::move(*Notices);
  Report.Body = std::move(*Body);
  Report.Ledger = std::move(*Ledger);
  return Report;
}

std::string encodeWhole(WholeReport Whole) {
  Words All;
  All << Whole.Said << encodeReport(std::move(Whole.Found));
  return All.Text;
}

std::optional<WholeReport> decodeWhole(llvm::StringRef Bytes) {
  std::optional<std::string> Said = takeWord(Bytes), Found = takeWord(Bytes);
  std::optional<Report> R = Said && Found ? decodeReport(*Found) : std::nullopt;
  if (!R)
    return std::nullopt;
  return WholeReport{std::move(*R), std::move(*Said)};
}

namespace {

/// What the analysis depends on.
std::optional<Words> analysed(const Options &O, const ExtractedUnits &Units) {
  if (!Units.Id || !Units.Lost.empty() || O.Verbose || O.Stats)
    return std::nullopt;
  const DatabaseCounts &C = Units.Jobs.Counts;
  const PipelineOptions &P = O.Pipeline;
  Words All;
  if (!P.With.empty()) {
    auto File = llvm::MemoryBuffer::getFile(P.With, /*IsText=*/false);
    if (!File)
      return std::nullopt;
    All << P.With << toHex(hashOf((*File)->getBuffer()));
  }
  llvm::SmallString<128> Here;
  (void)llvm::sys::fs::current_path(Here);
  All << toHex(*Units.Id) << Here.str() << Units.Jobs.SourceRoot << Units.Jobs.Problems;
  for (uint64_t Count : {C.Entries, C.Jobs, C.HostPrograms, C.Assembly, C.OtherLanguages,
                         C.Duplicates, C.Unselected, C.Malformed})
    All << Count;
  for (const auto &[Flag, Count] : C.DroppedFlags)
    All << Flag << Count;
  All << P.Roots << P.Rules.ReadLockRecurses << P.Rules.Rt << O.Quiet;
  return All;
}

} // namespace

ReportIds idsOf(const Options &O, const ExtractedUnits &Units) {
  std::optional<Words> Analysed = analysed(O, Units);
  if (!Analysed)
    return {};
  const PipelineOptions &P = O.Pipeline;
  Words Whole = *Analysed, Printed = std::move(*Analysed);
  Whole << "whole";
  Printed << P.Checks << P.ReportOn << static_cast<uint64_t>(P.Floor)
          << static_cast<uint64_t>(O.Form) << static_cast<uint64_t>(O.Fail) << O.FailOnIncomplete
          << O.Color;
  return {hashOf(Printed.Text), hashOf(Whole.Text)};
}

} // namespace lockorder
