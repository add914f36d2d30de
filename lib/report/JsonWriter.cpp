//===- JsonWriter.cpp - The JSON report, version 1 --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Scripts depend on this format: keys and their order stay, new ones are added behind the old.
//
//   {"version": 1,
//    "findings": [{"check", "confidence", "message", "locks": [], "function",
//                  "location": {"file", "line", "column"}, "fingerprint",
//                  "witnesses": [{"label", "steps": [{"event", "lock", "function",
//                                                     "file", "line", "column"}]}],
//                  "reasons": []}],
//    "ledger": {...}}
//
// A step has a "note" at its end where there is one to make. Line and column are 0 where unknown.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "report/Wording.h"
#include "llvm/Support/JSON.h"

namespace lockorder {
namespace {

class JsonWriter {
public:
  JsonWriter(const Report &R, llvm::raw_ostream &Out) : R(R), J(Out, /*IndentSize=*/2) {}

  void write() {
    J.object([&] {
      J.attribute("version", 1);
      J.attributeArray("findings", [&] {
        for (const Finding &F : R.Findings)
          finding(F);
      });
      J.attributeObject("ledger", [&] { ledger(R.Counts); });
    });
  }

private:
  void text(const char *Key, llvm::StringRef Value) { J.attribute(Key, toUtf8(Value)); }

  void strings(const char *Key, const std::vector<std::string> &Values) {
    J.attributeArray(Key, [&] {
      for (const std::string &Value : Values)
        J.value(toUtf8(Value));
    });
  }

  void place(const Location &Where) {
    text("file", relativeTo(Where.File, R.SourceRoot));
    J.attribute("line", Where.Line);
    J.attribute("column", Where.Column);
  }

  void step(const Step &S) {
    text("event", spell(S.Event));
    text("lock", S.Lock);
    text("function", S.Function);
    place(S.Where);
    if (!S.Note.empty())
      text("note", S.Note);
  }

  void witness(const Witness &W) {
    text("label", W.Label);
    J.attributeArray("steps", [&] {
      for (const Step &S : W.Steps)
        J.object([&] { step(S); });
    });
  }

  void finding(const Finding &F) {
    J.object([&] {
      text("check", F.Check);
      text("confidence", spell(F.Tier));
      text("message", F.Message);
      strings("locks", F.Locks);
      text("function", F.Function);
      J.attributeObject("location", [&] { place(F.Where); });
      text("fingerprint", F.Fingerprint);
      J.attributeArray("witnesses", [&] {
        for (const Witness &W : F.Witnesses)
          J.object([&] { witness(W); });
      });
      strings("reasons", F.Reasons);
    });
  }

  /// Two names that were different bytes can be one after their repair: they are added up, so that
  /// no key is there twice.
  void counts(const char *Key, const std::map<std::string, uint64_t> &Counts) {
    std::map<std::string, uint64_t> Repaired;
    for (const auto &[Name, Count] : Counts)
      Repaired[toUtf8(Name)] += Count;
    J.attributeObject(Key, [&] {
      for (const auto &[Name, Count] : Repaired)
        J.attribute(Name, Count);
    });
  }

  void ledger(const Ledger &L) {
    J.attribute("entries", L.Entries);
    J.attribute("units", L.Units);
    J.attribute("host_programs", L.HostPrograms);
    J.attribute("assembly", L.Assembly);
    J.attribute("other_languages", L.OtherLanguages);
    J.attribute("unselected", L.Unselected);
    J.attribute("malformed", L.Malformed);
    J.attribute("units_clean", L.UnitsClean);
    J.attribute("units_with_errors", L.UnitsWithErrors);
    J.attributeArray("lost_units", [&] {
      for (const LostUnit &U : L.LostUnits)
        J.object([&] {
          text("object", relativeTo(U.Object, R.SourceRoot));
          text("source", relativeTo(U.Source, R.SourceRoot));
          text("reason", U.Reason);
        });
    });
    J.attribute("compile_errors", L.CompileErrors);
    counts("dropped_flags", L.DroppedFlags);
    J.attribute("sites_seen", L.SitesSeen);
    J.attribute("sites_modelled", L.SitesModelled);
    counts("sites_unresolved", L.SitesUnresolved);
    counts("sites_skipped", L.SitesSkipped);
    J.attribute("indirect_calls", L.IndirectCalls);
    J.attribute("indirect_resolved", L.IndirectResolved);
    J.attribute("indirect_capped", L.IndirectCapped);
    J.attribute("indirect_never_assigned", L.IndirectNeverAssigned);
    J.attribute("indirect_unresolved", L.IndirectUnresolved);
    counts("indirect_unresolved_by", L.IndirectUnresolvedBy);
    J.attribute("functions", L.Functions);
    J.attribute("functions_incomplete", L.FunctionsIncomplete);
    J.attribute("functions_capped", L.FunctionsCapped);
    J.attribute("symbol_duplicates", L.SymbolDuplicates);
  }

  const Report &R;
  llvm::json::OStream J;
};

} // namespace

void writeJson(const Report &R, llvm::raw_ostream &Out) {
  JsonWriter(R, Out).write();
  Out << "\n";
}

} // namespace lockorder
