//===- StoredReport.cpp - A report as bytes --------------------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/StoredReport.h"
#include "facts/Stream.h"

namespace lockorder {
namespace {

class ReportWriter : public ValueWriter<ReportWriter> {};
class ReportReader : public ValueReader<ReportReader> {
public:
  using ValueReader::ValueReader;
};

template <typename S> void transfer(S &Stream, Location &X) { Stream(X.File, X.Line, X.Column); }
template <typename S> void transfer(S &Stream, Step &X) {
  Stream(X.Event, X.Lock, X.Function, X.Where, X.Note);
}
template <typename S> void transfer(S &Stream, Witness &X) { Stream(X.Label, X.Steps); }
template <typename S> void transfer(S &Stream, Finding &X) {
  Stream(X.Check, X.Tier, X.Message, X.Locks, X.Function, X.Where, X.Fingerprint, X.Witnesses,
         X.Reasons);
}
template <typename S> void transfer(S &Stream, LostUnit &X) {
  Stream(X.Object, X.Source, X.Reason);
}
template <typename S> void transfer(S &Stream, Ledger &X) {
  Stream(X.Entries, X.Units, X.HostPrograms, X.Assembly, X.OtherLanguages, X.Unselected,
         X.Malformed, X.UnitsClean, X.UnitsWithErrors, X.LostUnits, X.CompileErrors, X.DroppedFlags,
         X.SitesSeen, X.SitesModelled, X.SitesUnresolved, X.SitesSkipped, X.IndirectCalls,
         X.IndirectResolved, X.IndirectCapped, X.IndirectNeverAssigned, X.IndirectUnresolved,
         X.IndirectUnresolvedBy, X.Functions, X.FunctionsIncomplete, X.FunctionsCapped,
         X.SymbolDuplicates);
}
template <typename S> void transfer(S &Stream, Report &X) {
  Stream(X.SourceRoot, X.WorkingDirectory, X.Findings, X.Counts, X.Notices);
}

} // namespace

std::string encodeReport(Report R) {
  ReportWriter Out;
  Out(R);
  return std::move(Out.Bytes);
}

std::optional<Report> decodeReport(llvm::StringRef Bytes) {
  ReportReader In(Bytes);
  Report Out;
  In(Out);
  return In.failed() || !In.atEnd() ? std::nullopt : std::optional(std::move(Out));
}

} // namespace lockorder
