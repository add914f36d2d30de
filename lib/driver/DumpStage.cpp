//===- DumpStage.cpp - A stage's product as text -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/DumpStage.h"
#include "base/Error.h"
#include "lockir/Text.h"
#include "unit/Unit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

namespace lockorder {
namespace {

constexpr llvm::StringRef Stages[] = {"jobs", "unit", "program", "facts", "graph"};

llvm::Error dumpJobs(const PipelineOptions &Options, llvm::raw_ostream &Out) {
  llvm::Expected<CompileJobs> Jobs = readCompileJobs(Options.Database);
  if (!Jobs)
    return Jobs.takeError();
  for (const CompileJob &J : Jobs->Jobs) {
    Out << J.Object << "\n  source " << J.Source << "\n  in " << J.Directory << "\n ";
    for (const std::string &Argument : J.Arguments)
      Out << ' ' << Argument;
    Out << '\n';
  }
  return llvm::Error::success();
}

llvm::Error dumpUnitFiles(const std::vector<std::string> &Paths, llvm::raw_ostream &Out) {
  for (const std::string &Path : Paths) {
    llvm::Expected<TranslationUnit> Unit = readUnit(Path);
    if (!Unit)
      return Unit.takeError();
    dump(*Unit, Out);
  }
  return llvm::Error::success();
}

llvm::Error dumpUnits(const PipelineOptions &Options, const PipelineEvents &Events,
                      llvm::raw_ostream &Out) {
  if (!Options.UnitFiles.empty())
    return dumpUnitFiles(Options.UnitFiles, Out);
  llvm::Expected<ExtractedUnits> Units = extractUnits(Options, Events); // in a temporary folder
  if (!Units)
    return Units.takeError();
  for (const LostUnit &Lost : Units->Lost)
    Events.Notice("lost unit: " + Lost.Reason);
  return dumpUnitFiles(Units->Paths, Out);
}

void dumpProgram(const Program &P, llvm::raw_ostream &Out) {
  for (uint32_t I = 0; I != P.Functions.size(); ++I) {
    const Function &F = P.Functions[I];
    const ProgramSymbol &S = P.symbol(F.Name);
    Out << P.spell(F.Name) << " in " << P.Images[S.Image.index()] << '\n';
    auto [First, Last] = boost::out_edges(size_t(I), P.Calls);
    for (auto It = First; It != Last; ++It)
      Out << "  calls "
          << P.spell(
                 P.function(FunctionId(static_cast<uint32_t>(boost::target(*It, P.Calls)))).Name)
          << '\n';
  }
  for (const auto &[Field, Functions] : P.PointerTargets) {
    Out << "pointer " << P.spell(Field) << '\n';
    for (FunctionId F : Functions)
      Out << "  may be " << P.spell(P.function(F).Name) << '\n';
  }
}

std::string className(const LockFacts &Facts, TermId Place, int32_t Subclass) {
  ClassId C = Facts.Classes->classOf(Place, Subclass, true);
  return C ? Facts.Classes->spell(C) : "a lock that its caller names";
}

void dumpGiven(const Program &P, const LockFacts &Facts, const Conditions &Given,
               llvm::raw_ostream &Out) {
  for (const auto &[Value, R] : Given) {
    Out << ", if " << spellTerm(Facts.Terms, P, Value) << " in ";
    Out << (R.Low == Range::Min ? "..." : std::to_string(R.Low)) << ".."
        << (R.High == Range::Max ? "..." : std::to_string(R.High));
    if (R.NonZero)
      Out << " but 0";
    if (R.Bits)
      Out << " with bits " << R.Bits;
    if (R.Clear)
      Out << " without bits " << R.Clear;
  }
}

void dumpFacts(const Program &P, const LockFacts &Facts, llvm::raw_ostream &Out) {
  for (uint32_t I = 0; I != Facts.Summaries.size(); ++I) {
    const Summary &S = Facts.summary(FunctionId(I));
    if (S.Offered.empty() && llvm::all_of(S.Outcomes, [](const Outcome &O) {
          return O.Held.empty() && O.Dropped.empty();
        }))
      continue;
    Out << P.spell(P.Functions[I].Name) << '\n';
    for (uint32_t Index : S.Offered) {
      const Acquisition &A = S.Acquired[Index];
      if (Facts.Terms.isSleep(A.Place))
        Out << (A.Maybe || A.Lost || A.Subclass ? "  may sleep" : "  sleeps");
      else
        Out << "  takes " << className(Facts, A.Place, A.Subclass) << ' ' << spell(A.Mode) << ' '
            << spell(A.How);
      for (TermId D : A.Dropped)
        Out << ", having dropped " << className(Facts, D, 0);
      dumpGiven(P, Facts, A.Given, Out);
      if (A.LastReference)
        Out << ", after the last reference";
      if (A.ByGlobal)
        Out << ", by a global variable";
      if (A.Pointers == SeveralTargets)
        Out << ", through a pointer with several targets";
      Out << '\n';
    }
    for (const Outcome &O : S.Outcomes) {
      Out << "  returns";
      if (!O.Returns.isAll())
        Out << ' ' << O.Returns.Low << ".." << O.Returns.High;
      for (const HeldLock &H : O.Held)
        Out << " holding " << className(Facts, H.Place, H.Subclass);
      for (const DoubtfulLock &D : O.Doubtful)
        Out << " in doubt of " << className(Facts, D.Place, 0);
      for (TermId D : O.Dropped)
        Out << " having released " << className(Facts, D, 0);
      dumpGiven(P, Facts, O.Given, Out);
      Out << '\n';
    }
  }
}

void dumpGraph(const LockFacts &Facts, const LockGraph &Graph, llvm::raw_ostream &Out) {
  std::vector<std::string> Lines;
  for (const OrderEdge &E : Graph.edges())
    Lines.push_back(Facts.Classes->spell(E.From) + " -> " + Facts.Classes->spell(E.To) + " " +
                    std::to_string(E.Total));
  llvm::sort(Lines);
  for (const std::string &Line : Lines)
    Out << Line << '\n';
}

} // namespace

llvm::ArrayRef<llvm::StringRef> dumpStages() { return Stages; }

llvm::Error dumpStage(llvm::StringRef Stage, const PipelineOptions &Options,
                      const PipelineEvents &Events, llvm::raw_ostream &Out) {
  if (!llvm::is_contained(Stages, Stage))
    return makeError("--stage=" + Stage + ": no such stage; one of " +
                     llvm::join(dumpStages(), ", "));
  if (Stage == "jobs")
    return dumpJobs(Options, Out);
  if (Stage == "unit")
    return dumpUnits(Options, Events, Out);
  llvm::Expected<std::unique_ptr<Analysis>> A = runPipeline(Options, Events);
  if (!A)
    return A.takeError();
  if (Stage == "program")
    dumpProgram((*A)->Linked, Out);
  else if (Stage == "facts")
    dumpFacts((*A)->Linked, *(*A)->Facts, Out);
  else
    dumpGraph(*(*A)->Facts, (*A)->Graph, Out);
  return llvm::Error::success();
}

} // namespace lockorder
