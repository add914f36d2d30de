//===- Pipeline.cpp - The pipeline as one function -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Pipeline.h"
#include "base/Error.h"
#include "base/Parallel.h"
#include "base/WholeFile.h"
#include "compdb/SourceTree.h"
#include "driver/Accounts.h"
#include "driver/ModelCheck.h"
#include "driver/ReadAhead.h"
#include "driver/ReportFilter.h"
#include "driver/Roots.h"
#include "driver/Version.h"
#include "order/ExportFacts.h"
#include "unit/Unit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Timer.h"

namespace lockorder {
namespace {

void copyCounts(const DatabaseCounts &From, Ledger &To) {
  To.Entries = From.Entries - From.Duplicates;
  To.Units = From.Jobs;
  To.HostPrograms = From.HostPrograms;
  To.Assembly = From.Assembly;
  To.OtherLanguages = From.OtherLanguages;
  To.Unselected = From.Unselected;
  To.Malformed = From.Malformed;
  To.DroppedFlags = From.DroppedFlags;
}

/// Reads units for both passes of the linker; what cannot be read is lost, once.
Program linkUnits(const ExtractedUnits &Units, const KernelFacts *Facts, unsigned Threads,
                  Accounts &Books, const PipelineEvents &Events) {
  ReadAhead *Early = Units.Early.Units.get();
  std::vector<const TranslationUnit *> Ready(Units.Paths.size());
  std::vector<std::string> NotReady, NotBegun;
  for (size_t I = 0; I != Units.Paths.size(); ++I) {
    Ready[I] = Early ? Early->ready(Units.Paths[I]) : nullptr;
    if (!Ready[I])
      NotReady.push_back(Units.Paths[I]);
    if (!Early || !Early->has(Units.Paths[I]))
      NotBegun.push_back(Units.Paths[I]);
  }
  std::vector<bool> Lost(Units.Paths.size());
  auto Take = [&](ReadAhead &From, size_t I) -> std::optional<TranslationUnit> {
    llvm::Expected<TranslationUnit> Unit = From.take(Units.Paths[I]);
    if (Unit && !Lost[I])
      return std::move(*Unit);
    std::string Why = Unit ? "" : llvm::toString(Unit.takeError());
    if (!Lost[I])
      Books.addLost({Units.Paths[I], "", Why});
    Lost[I] = true;
    return std::nullopt;
  };
  ReadAhead Outlines(std::move(NotReady), UnitPart::Outline, Threads);
  TranslationUnit Latest;
  auto Outline = [&](size_t I) -> const TranslationUnit & {
    if (Ready[I])
      return *Ready[I];
    return Latest = Take(Outlines, I).value_or(TranslationUnit());
  };
  std::optional<ReadAhead> Rest;
  auto Load = [&](size_t I) {
    if (!Rest) // when the outlines have been read
      Rest.emplace(std::move(NotBegun), UnitPart::Whole, Threads);
    bool Begun = Early && Early->has(Units.Paths[I]);
    std::optional<TranslationUnit> Unit = Take(Begun ? *Early : *Rest, I);
    if (!Unit)
      return TranslationUnit();
    Books.addUnit(*Unit);
    for (const Problem &P : Unit->Problems)
      Events.Notice((P.Where.File ? Unit->Files[P.Where.File] : Unit->Source) + ":" +
                    std::to_string(P.Where.Line) + ":" + std::to_string(P.Where.Column) +
                    ": compile error: " + P.Message);
    return std::move(*Unit);
  };
  return link({Units.Paths.size(), Outline, Load}, Units.Jobs.SourceRoot, Facts, Threads);
}

/// Those whose code is here, not in a file of kernel facts.
std::vector<std::string> ownSources(const Program &P) {
  std::vector<std::string> Own;
  for (FileId F : P.Adopted->Replaced)
    Own.push_back(P.Files[F]);
  return Own;
}

/// Puts them in the order of their objects, as a database's are: files may have any name. Finds the
/// kernel tree that most of them come from. Units that cannot be read are reported elsewhere.
void sortUnits(ExtractedUnits &Units, unsigned Threads) {
  std::vector<std::pair<std::string, std::string>> Sorted; // object, path
  SourceTrees Trees;
  ReadAhead Reader(Units.Paths, UnitPart::Outline, Threads);
  for (const std::string &Path : Units.Paths) {
    llvm::Expected<TranslationUnit> Unit = Reader.take(Path);
    Sorted.push_back({Unit ? Unit->Object : "", Path});
    if (Unit)
      Trees.treeOf(Unit->Source);
    else
      llvm::consumeError(Unit.takeError());
  }
  llvm::sort(Sorted);
  for (size_t I = 0; I != Sorted.size(); ++I)
    Units.Paths[I] = std::move(Sorted[I].second);
  Units.Jobs.SourceRoot = Trees.commonest();
}

bool isSelected(llvm::StringRef Check, const std::vector<std::string> &Globs) {
  bool Selected = Globs.empty() || llvm::StringRef(Globs.front()).starts_with("-");
  for (llvm::StringRef Glob : Globs) {
    bool Exclude = Glob.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
    if (Pattern && Pattern->match(Check))
      Selected = !Exclude;
    else if (!Pattern)
      llvm::consumeError(Pattern.takeError());
  }
  return Selected;
}

/// A glob that names no check is a typing error, not an empty wish.
llvm::Error verifyGlobs(const std::vector<std::string> &Globs) {
  for (llvm::StringRef Glob : Globs) {
    Glob.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
    if (!Pattern)
      return addContext("--checks=" + Glob, Pattern.takeError());
    if (llvm::none_of(allChecks(), [&](const Check &C) { return Pattern->match(C.Name); }))
      return makeError("--checks=" + Glob +
                       ": no check has this name; see `lockorder list-checks`");
  }
  return llvm::Error::success();
}

std::vector<Finding> runChecks(const CheckInput &Input) {
  const std::vector<Check> &Checks = allChecks();
  std::vector<std::vector<Finding>> Found(Checks.size());
  inParallel(Checks.size(), Input.Threads, [&](size_t I) { Found[I] = Checks[I].Run(Input); });
  std::vector<Finding> Findings;
  for (std::vector<Finding> &Each : Found)
    llvm::append_range(Findings, std::move(Each));
  putInOrder(Findings);
  return Findings;
}

/// Of this process, in bytes; 0 where /proc does not say.
uint64_t residentMemory() {
  auto Statm = llvm::MemoryBuffer::getFileAsStream("/proc/self/statm");
  llvm::SmallVector<llvm::StringRef> Pages;
  if (Statm)
    (*Statm)->getBuffer().split(Pages, ' ');
  uint64_t Resident = 0;
  if (Pages.size() < 2 || Pages[1].getAsInteger(10, Resident))
    return 0;
  return Resident * llvm::sys::Process::getPageSizeEstimate();
}

/// Adds up what each stage costs.
class StageClock {
public:
  explicit StageClock(std::vector<StageCost> &To) : To(To) {}
  void finished(const char *Stage) {
    double Now = seconds();
    To.push_back({Stage, Now - Before, residentMemory()});
    Before = Now;
  }

private:
  static double seconds() {
    llvm::TimeRecord T = llvm::TimeRecord::getCurrentTime();
    return T.getProcessTime();
  }
  std::vector<StageCost> &To;
  double Before = seconds();
};

} // namespace

std::string spellRules(const LockRules &Rules) {
  return std::string(Rules.ReadLockRecurses ? "--read-lock=recursive" : "--read-lock=kernel") +
         (Rules.Rt ? " --rt" : "");
}

void describeTool(Report &R) {
  R.ToolVersion = Version;
  R.Checks.clear();
  for (const Check &C : allChecks())
    R.Checks.push_back({C.Name, C.RuleId, C.Summary, C.Help, C.Cwe});
}

std::string madeAgain(const std::string &Path) {
  return Path + ": damaged, and made again; is the disk full or failing?";
}

llvm::Expected<std::unique_ptr<Analysis>> runPipeline(const PipelineOptions &Options,
                                                      const PipelineEvents &Events) {
  llvm::Expected<ExtractedUnits> Units = prepareUnits(Options, Events);
  if (!Units)
    return Units.takeError();
  return analyseUnits(std::move(*Units), Options, Events);
}

llvm::Expected<ExtractedUnits> prepareUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events) {
  if (llvm::Error E = verifyGlobs(Options.Checks))
    return E;
  if (!Options.With.empty() && !llvm::sys::fs::exists(Options.With))
    return readKernelFacts(Options.With).takeError(); // before anything takes time
  if (Options.UnitFiles.empty()) {
    llvm::Expected<ExtractedUnits> Units = extractUnits(Options, Events);
    if (Units && Units->Jobs.Jobs.empty())
      return makeError(Units->Jobs.Database + ": has no C source of a kernel or module (" +
                       std::to_string(Units->Jobs.Counts.Entries) +
                       " entries); was it made after the kernel was built?");
    return Units;
  }
  llvm::Expected<KernelModel> Model = KernelModel::load(Options.ModelFiles);
  if (!Model)
    return Model.takeError();
  llvm::Expected<std::shared_ptr<const Cache>> Known = openCache(Options);
  if (!Known)
    return Known.takeError();
  ExtractedUnits Units;
  Units.Known = std::move(*Known);
  Units.Model = std::make_shared<const KernelModel>(std::move(*Model));
  Units.Paths = Options.UnitFiles;
  llvm::sort(Units.Paths); // each once
  Units.Paths.erase(std::unique(Units.Paths.begin(), Units.Paths.end()), Units.Paths.end());
  Units.Lost = Options.MissingUnits;
  Units.Jobs.Counts.Jobs = Units.Paths.size() + Units.Lost.size();
  Units.Jobs.Counts.Entries = Units.Jobs.Counts.Jobs;
  sortUnits(Units, Options.Workers.Workers);
  return Units;
}

llvm::Expected<std::function<bool(const Finding &)>>
findingsWanted(const CompileJobs &Of, const PipelineOptions &Options) {
  llvm::Expected<ReportFilter> Filter = ReportFilter::make(
      Options.ReportOn, {Of.SourceRoot, llvm::sys::path::parent_path(Of.Database).str()});
  if (!Filter)
    return Filter.takeError();
  return [Filter = std::move(*Filter), Floor = Options.Floor,
          Checks = Options.Checks](const Finding &F) {
    return F.Tier >= Floor && isSelected(F.Check, Checks) && Filter.concerns(F);
  };
}

llvm::Expected<std::unique_ptr<Analysis>>
analyseUnits(ExtractedUnits Units, const PipelineOptions &Options, const PipelineEvents &Events) {
  auto A = std::make_unique<Analysis>();
  Accounts Books;
  copyCounts(Units.Jobs.Counts, Books.Out);
  for (const LostUnit &Lost : Units.Lost)
    Books.addLost(Lost);

  // 4-6: one program, its lock facts, the order graph.
  StageClock Clock(A->Costs);
  std::optional<KernelFacts> Known;
  if (!Options.With.empty()) {
    GivenFacts Read = Units.Early.Facts.valid() ? Units.Early.Facts.get() : readFacts(Options);
    if (!Read.Known)
      return makeError(Read.Error);
    Known = std::move(Read.Known);
    Clock.finished("kernel facts");
  }
  std::future<EarlierResults> Reading = std::move(Units.Early.Results);
  if (Units.Known && !Known && !Reading.valid()) // while units are linked
    Reading = readResults(*Units.Known, Units.Jobs, Options);
  A->Linked = linkUnits(Units, Known ? &*Known : nullptr, Options.Workers.Workers, Books, Events);
  Clock.finished("link");
  if (Options.CheckModel)
    A->Unmodelled = checkModel(*Units.Model, A->Linked);
  if (llvm::Error E = restrictToRoots(A->Linked, Options.Roots))
    return E;
  unsigned Threads = Options.Workers.Workers;
  std::optional<OrderRefinement> Refinement;
  std::vector<std::string> Notices;
  auto Judge = [&](std::unique_ptr<StoredResults> Before) {
    A->Facts = analyze(A->Linked, *Units.Model, Options.Rules, Known ? &*Known : nullptr,
                       Before.get(), Threads);
    A->Before = std::move(Before);
    Clock.finished("flow");
    auto When = Threads < 2 ? std::launch::deferred : std::launch::async;
    auto Adding = std::async(When, [&, Own = Books]() mutable { // while others have little to do
      Own.addProgram(A->Linked);
      return std::move(Own);
    });
    // The checks ask what each entry point takes: half of their time after an edit is to read that.
    auto Entered = std::async(When, [&] {
      for (const EntryPoint &E : A->Facts->Entries)
        (void)A->Facts->summary(E.Function);
    });
    Refinement.emplace(A->Linked, *Units.Model, *A->Facts, A->Before.get());
    A->Graph = buildLockGraph(A->Linked, *A->Facts, *Refinement);
    Clock.finished("order");
    // 7: the checks; and what the report needs beside them.
    Notices.clear();
    auto Counting =
        std::async(When, [&] { return Adding.get().finish(A->Linked, *A->Facts, Notices); });
    A->Out.Findings = runChecks({A->Linked, *A->Facts, A->Graph, Threads});
    A->Out.Counts = Counting.get();
    Clock.finished("checks");
  };
  EarlierResults Earlier = Reading.valid() ? Reading.get() : EarlierResults();
  if (!Earlier.Damaged.empty())
    Events.Aside(madeAgain(Earlier.Damaged));
  Judge(std::move(Earlier.Known));
  if (A->Facts->Summaries.failed()) { // then what was found before is worth nothing
    A->Out.Notices.push_back(
        "cache: what is kept of earlier runs cannot be read, so everything was "
        "analysed again; if this stays, 'lockorder cache clear'");
    Judge(std::make_unique<StoredResults>(nullptr));
  }
  if (Known)
    llvm::erase_if(A->Out.Findings, [Own = ReportFilter(ownSources(A->Linked))](const Finding &F) {
      return !Own.concernsMore(F);
    });
  // 8: the report.
  A->Out.SourceRoot = Units.Jobs.SourceRoot;
  llvm::append_range(A->Out.Notices, std::move(Notices));
  for (const LostUnit &Lost : A->Out.Counts.LostUnits)
    A->Out.Notices.push_back("lost unit: " + Lost.Reason);
  llvm::SmallString<128> Here;
  if (!llvm::sys::fs::current_path(Here))
    A->Out.WorkingDirectory = std::string(Here);
  if (!Options.Export.empty()) {
    KernelFacts Out = exportFacts(A->Linked, *A->Facts, A->Graph, *Refinement);
    Out.Rules = spellRules(Options.Rules);
    if (llvm::Error E = writeWholeFile(Options.Export, serialize(std::move(Out))))
      return E;
    Clock.finished("export");
  }
  if (Options.CountMechanisms) { // follows more code: when all else is done
    A->Mechanisms = countMechanisms(A->Linked, *A->Facts, A->Graph, *Refinement);
    Clock.finished("counting mechanisms");
  }
  A->Reused = A->Before ? A->Before->used() : 0;
  // What cannot be kept costs the next run time, no more.
  if (A->Before && A->Before->isWorthWriting())
    llvm::consumeError(
        Units.Known->storeResults(sameAnalysis(Units.Jobs, Options), A->Before->takeBytes()));
  A->Jobs = std::move(Units.Jobs);
  return A;
}

} // namespace lockorder
