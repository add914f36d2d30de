//===- Ledger.cpp - Whether the counts add up, and as a table ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Ledger.h"
#include "report/Report.h"
#include "report/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include <tuple>

namespace lockorder {
namespace {

using Counts = std::map<std::string, uint64_t>;

uint64_t sum(const Counts &C) {
  uint64_t Sum = 0;
  for (const auto &[Name, Count] : C)
    Sum += Count;
  return Sum;
}

struct Part {
  const char *Name;
  uint64_t Count;
};

/// Adds a line to `Failures` unless the parts make up the whole: "lock sites: 10 seen, but 4
/// modelled
/// + 5 unresolved + 0 skipped = 9".
void checkSum(std::vector<std::string> &Failures, const char *What, uint64_t Whole,
              std::initializer_list<Part> Parts) {
  uint64_t Sum = 0;
  std::string Terms;
  for (const Part &P : Parts) {
    Sum += P.Count;
    Terms += (Terms.empty() ? "" : " + ") + std::to_string(P.Count) + " " + P.Name;
  }
  if (Sum != Whole)
    Failures.push_back(std::string(What) + ": " + std::to_string(Whole) + " seen, but " + Terms +
                       " = " + std::to_string(Sum));
}

/// Prints rows whose numbers stand in one column. A row that counts nothing is left out, unless it
/// is the head of its group.
class TableWriter {
public:
  explicit TableWriter(llvm::raw_ostream &Out) : Out(Out) {}

  void head(const char *Name, uint64_t Count) { row(0, Name, Count); }

  void part(llvm::StringRef Name, uint64_t Count) {
    if (Count)
      row(2, Name, Count);
  }

  /// The largest entries of `C`; how many there are and what they sum up to for the rest.
  void parts(const Counts &C) {
    std::vector<std::pair<std::string, uint64_t>> Sorted(C.begin(), C.end());
    llvm::sort(Sorted, [](const auto &A, const auto &B) {
      return std::tie(B.second, A.first) < std::tie(A.second, B.first);
    });
    uint64_t Rest = 0;
    for (size_t I = 0; I < Sorted.size(); ++I) {
      if (I < MaxEntries)
        row(4, toOneLine(Sorted[I].first), Sorted[I].second);
      else
        Rest += Sorted[I].second;
    }
    if (Sorted.size() > MaxEntries)
      row(4, "and " + std::to_string(Sorted.size() - MaxEntries) + " more", Rest);
  }

private:
  static constexpr size_t MaxEntries = 8;
  static constexpr size_t NameWidth = 44;

  void row(unsigned Indent, llvm::StringRef Name, uint64_t Count) {
    Out.indent(Indent) << Name;
    size_t Used = Indent + Name.size();
    Out.indent(Used < NameWidth ? static_cast<unsigned>(NameWidth - Used) : 0);
    Out << llvm::format(" %9llu\n", static_cast<unsigned long long>(Count));
  }

  llvm::raw_ostream &Out;
};

} // namespace

std::vector<std::string> Ledger::check() const {
  std::vector<std::string> Failures;
  checkSum(Failures, "entries of the database", Entries,
           {{"units", Units},
            {"host programs", HostPrograms},
            {"assembly", Assembly},
            {"other languages", OtherLanguages},
            {"unselected", Unselected},
            {"malformed", Malformed}});
  checkSum(Failures, "units", Units,
           {{"clean", UnitsClean}, {"with errors", UnitsWithErrors}, {"lost", LostUnits.size()}});
  checkSum(Failures, "lock sites", SitesSeen,
           {{"modelled", SitesModelled},
            {"unresolved", sum(SitesUnresolved)},
            {"skipped", sum(SitesSkipped)}});
  checkSum(Failures, "indirect calls", IndirectCalls,
           {{"resolved", IndirectResolved},
            {"capped", IndirectCapped},
            {"never assigned", IndirectNeverAssigned},
            {"unresolved", IndirectUnresolved}});
  return Failures;
}

void writeLedger(const Ledger &L, llvm::raw_ostream &Out) {
  TableWriter Table(Out);
  Table.head("entries of the database", L.Entries);
  Table.part("units", L.Units);
  Table.part("host programs", L.HostPrograms);
  Table.part("assembly", L.Assembly);
  Table.part("other languages", L.OtherLanguages);
  Table.part("unselected", L.Unselected);
  Table.part("malformed", L.Malformed);

  Table.head("units", L.Units);
  Table.part("clean", L.UnitsClean);
  Table.part("with errors", L.UnitsWithErrors);
  Table.part("lost", L.LostUnits.size());
  Table.part("compile errors in them", L.CompileErrors);
  if (!L.DroppedFlags.empty()) {
    Out << "  compiler flags dropped, by units\n";
    Table.parts(L.DroppedFlags);
  }

  Table.head("lock sites", L.SitesSeen);
  Table.part("modelled", L.SitesModelled);
  Table.part("unresolved", sum(L.SitesUnresolved));
  Table.parts(L.SitesUnresolved);
  Table.part("skipped", sum(L.SitesSkipped));
  Table.parts(L.SitesSkipped);

  Table.head("indirect calls", L.IndirectCalls);
  Table.part("resolved", L.IndirectResolved);
  Table.part("capped", L.IndirectCapped);
  Table.part("never assigned", L.IndirectNeverAssigned);
  Table.part("unresolved", L.IndirectUnresolved);
  Table.parts(L.IndirectUnresolvedBy);

  Table.head("functions", L.Functions);
  Table.part("without a control-flow graph", L.FunctionsIncomplete);
  Table.part("with states cut short", L.FunctionsCapped);
  Table.part("names defined more than once", L.SymbolDuplicates);

  for (const LostUnit &U : L.LostUnits)
    Out << "lost unit: " << toOneLine(U.Object) << " (" << toOneLine(U.Source)
        << "): " << toOneLine(U.Reason) << "\n";
  for (const std::string &Failure : L.check())
    Out << "the ledger does not add up: " << Failure << "\n";
}

} // namespace lockorder
