//===- main.cpp - lockorder's commands -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Console.h"
#include "Options.h"
#include "PrintedReport.h"
#include "base/AbsolutePath.h"
#include "base/Error.h"
#include "base/WholeFile.h"
#include "cache/Inputs.h"
#include "compdb/CmdFiles.h"
#include "compdb/SingleJob.h"
#include "driver/DumpStage.h"
#include "driver/Explain.h"
#include "driver/NinjaFile.h"
#include "driver/UnitFolder.h"
#include "frontend/TranslationUnit.h"
#include "unit/Unit.h"
#include "llvm/Support/BuryPointer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace lockorder;

namespace {

enum ExitCode { Success = 0, Findings = 1, Unusable = 2, Incomplete = 3 };

int unusable(llvm::Error E) {
  llvm::errs() << "lockorder: " << llvm::toString(std::move(E)) << '\n';
  return Unusable;
}

/// Standard output, or the file of -o, which appears only when it is complete.
int withOutput(const Options &O, llvm::raw_ostream &Default,
               llvm::function_ref<llvm::Error(llvm::raw_ostream &)> Write) {
  if (O.Output.empty()) {
    llvm::Error E = Write(Default);
    Default.flush();
    return E ? unusable(std::move(E)) : Success;
  }
  std::string Temporary = O.Output + ".part";
  std::error_code Error;
  {
    llvm::ToolOutputFile File(Temporary, Error, llvm::sys::fs::OF_None);
    if (Error)
      return unusable(makeError(O.Output + ": cannot be written (" + Error.message() + ")"));
    if (llvm::Error E = Write(File.os()))
      return unusable(std::move(E));
    File.os().close();
    if (File.os().has_error()) {
      std::string Why = File.os().error().message();
      File.os().clear_error();
      return unusable(makeError(O.Output + ": cannot be written (" + Why + ")"));
    }
    File.keep();
  }
  if ((Error = llvm::sys::fs::rename(Temporary, O.Output)))
    return unusable(makeError(O.Output + ": cannot be written (" + Error.message() + ")"));
  return Success;
}

bool reaches(FailOn Floor, Confidence Tier) {
  switch (Floor) {
  case FailOn::None:
    return false;
  case FailOn::Low:
    return true;
  case FailOn::Medium:
    return Tier >= Confidence::Medium;
  case FailOn::High:
    return Tier >= Confidence::High;
  }
  return false;
}

int exitCode(const Options &O, const Report &R) {
  if (O.FailOnIncomplete && !R.Counts.LostUnits.empty())
    return Incomplete;
  for (const Finding &F : R.Findings)
    if (reaches(O.Fail, F.Tier))
      return Findings;
  return Success;
}

void printMechanisms(const std::vector<Mechanism> &Mechanisms, llvm::raw_ostream &Out) {
  Out << "two-cycles left, mechanism by mechanism (classes, edges, components, largest):\n";
  for (const Mechanism &M : Mechanisms) {
    Out << llvm::format("%8llu  ", static_cast<unsigned long long>(M.TwoCycles)) << M.Name;
    if (M.Classes)
      Out << " (" << M.Classes << ", " << M.Edges << ", " << M.Components << ", "
          << M.LargestComponent << ")";
    Out << "\n";
  }
}

void printStats(const Analysis &A, llvm::raw_ostream &Out) {
  const GraphCounts &C = A.Graph.counts();
  auto Dropped = [&](CycleDrop Why) { return C.Dropped[static_cast<size_t>(Why)]; };
  Out << "processor time, and memory afterwards:";
  for (const StageCost &Each : A.Costs)
    Out << ' ' << Each.Stage << ' ' << llvm::format("%.1f s", Each.Seconds) << ' '
        << (Each.Resident >> 20) << " MiB" << (&Each == &A.Costs.back() ? "\n" : ",");
  printMechanisms(A.Mechanisms, Out);
  Out << "cycles: " << C.Candidates << " sets of classes; dropped: " << Dropped(CycleDrop::Readers)
      << " with recursive readers, " << Dropped(CycleDrop::Strangers) << " of strangers, "
      << Dropped(CycleDrop::Init) << " only at start or stop, " << Dropped(CycleDrop::Gate)
      << " by gate locks, " << Dropped(CycleDrop::Refuted) << " on no path of its own ("
      << C.Refined << " functions followed), " << C.Redundant
      << " with an edge of a shorter one; left: " << A.Graph.cycles().size() << ", of which "
      << llvm::count_if(A.Graph.cycles(),
                        [&](const LockCycle &Cycle) {
                          return assumptionsOf({A.Linked, *A.Facts, A.Graph}, Cycle).size() >
                                 MaxAssumptions;
                        })
      << " rest on more than " << MaxAssumptions << " assumptions\n"
      << "followed path by path: " << A.Facts->SecondLooks << " functions, of which "
      << A.Facts->CappedLooks << " had too many paths\n"
      << "slowest functions:\n";
  for (const LockFacts::Cost &Each : A.Facts->Costs)
    Out << "  " << A.Linked.nameOf(Each.Function) << ": " << static_cast<int>(Each.Seconds * 1000)
        << " ms, " << Each.Visits << " block visits, " << Each.Offered << " acquisitions, "
        << Each.Outcomes << " outcomes\n";
  Out << "terms: " << A.Facts->Terms.size() << ", order events: " << A.Facts->Orders.size() << "\n";
}

void writeBody(const Options &O, const Report &R, llvm::raw_ostream &Out) {
  switch (O.Form) {
  case Format::Text:
    return writeText(R, {O.Color, true}, Out);
  case Format::Json:
    return writeJson(R, Out);
  case Format::Sarif:
    return writeSarif(R, Out);
  }
}

PrintedReport compose(const Options &O, Console &Terminal, Report &R) {
  PrintedReport Printed;
  Printed.ExitCode = R.ExitCode = exitCode(O, R);
  if (!O.Quiet)
    for (const std::string &Notice : R.Notices)
      Terminal.say("lockorder: " + llvm::Twine(Notice) + "\n");
  Printed.Notices = Terminal.Said;
  llvm::raw_string_ostream Body(Printed.Body), Ledger(Printed.Ledger);
  writeBody(O, R, Body);
  if (!O.Quiet)
    writeLedger(R.Counts, Ledger);
  return Printed;
}

int print(const Options &O, const PrintedReport &Printed) {
  int Status = withOutput(O, O.Form == Format::Text ? llvm::errs() : llvm::outs(),
                          [&](llvm::raw_ostream &Out) {
                            Out << Printed.Body;
                            return llvm::Error::success();
                          });
  if (Status != Success)
    return Status;
  llvm::errs() << Printed.Ledger;
  return Printed.ExitCode;
}

/// What was found of these units before, if it is known; what was said then is said again.
std::optional<Report> findWhole(const std::optional<ContentHash> &Id, const Cache *Known,
                                Console &Terminal, Cache::Damage Damaged) {
  std::unique_ptr<llvm::MemoryBuffer> Bytes = Id ? Known->findFindings(*Id, Damaged) : nullptr;
  std::optional<WholeReport> Whole = Bytes ? decodeWhole(Bytes->getBuffer()) : std::nullopt;
  if (!Whole)
    return std::nullopt;
  Terminal.say(Whole->Said);
  return std::move(Whole->Found);
}

/// The report that was printed of these units before, or one of what was found then, or a new one.
int runCheck(const Options &O, Console &Terminal, const PipelineEvents &Events) {
  llvm::Expected<ExtractedUnits> Units = prepareUnits(O.Pipeline, Events);
  if (!Units)
    return unusable(Units.takeError());
  Terminal.beginReport();
  const ReportIds Ids = idsOf(O, *Units);
  std::shared_ptr<const Cache> Known = Units->Known;
  auto Damaged = [&](const std::string &Path) { Events.Aside(madeAgain(Path)); };
  if (std::unique_ptr<llvm::MemoryBuffer> Bytes =
          Ids.Printed ? Known->findReport(*Ids.Printed, Damaged) : nullptr)
    if (std::optional<PrintedReport> Before = decode(Bytes->getBuffer())) {
      llvm::errs() << Before->Notices;
      return print(O, *Before);
    }
  auto Wanted = findingsWanted(Units->Jobs, O.Pipeline);
  if (!Wanted)
    return unusable(Wanted.takeError());
  size_t FromCache = Units->FromCache, AfterPrelude = Units->AfterPrelude;
  std::unique_ptr<Analysis> A;
  std::optional<Report> Found = findWhole(Ids.Whole, Known.get(), Terminal, Damaged);
  if (!Found) {
    llvm::Expected<std::unique_ptr<Analysis>> Made =
        analyseUnits(std::move(*Units), O.Pipeline, Events);
    if (!Made)
      return unusable(Made.takeError());
    A = std::move(*Made);
    Found = std::move(A->Out);
    Terminal.finish();
    if (Ids.Whole) // what cannot be kept costs the next run time, no more
      llvm::consumeError(Known->storeFindings(*Ids.Whole, encodeWhole({*Found, Terminal.Said})));
  }
  describeTool(*Found);
  llvm::erase_if(Found->Findings, [&](const Finding &F) { return !(*Wanted)(F); });
  PrintedReport Printed = compose(O, Terminal, *Found);
  if (O.Verbose && A)
    for (const std::string &Entry : A->Unmodelled)
      llvm::errs() << Entry << '\n';
  int Status = print(O, Printed);
  if (O.Stats && A) {
    llvm::errs() << "units from the cache: " << FromCache << "\n"
                 << "units after a shared prelude: " << AfterPrelude << "\n"
                 << "parts of the call graph solved by an earlier run: " << A->Reused << "\n";
    printStats(*A, llvm::errs());
  }
  if (Ids.Printed)
    llvm::consumeError(Known->storeReport(*Ids.Printed, encode(Printed)));
  if (Known) // also of a run whose report is not kept: link, or one that lost a unit
    Known->prune(/*AtOnce=*/false);
  llvm::BuryPointer(std::move(A)); // giving back so much memory takes longer than to end
  return Status;
}

int runCache(const Options &O) {
  if (O.Pipeline.CacheFolder.empty())
    return unusable(makeError("no cache: there is no home folder; name one with --cache=DIR"));
  llvm::Expected<Cache> Opened = Cache::open(O.Pipeline.CacheFolder, {});
  if (!Opened)
    return unusable(Opened.takeError());
  llvm::StringRef What = O.Positional.front();
  if (What == "clear")
    if (llvm::Error E = Opened->clear())
      return unusable(std::move(E));
  if (What == "prune")
    Opened->prune(/*AtOnce=*/true);
  Cache::Statistics S = Opened->statistics();
  llvm::outs() << Opened->folder() << ": " << S.Units << " units, " << S.Manifests
               << " lists of what they were made of, " << S.Reports << " reports of " << S.Findings
               << " analyses, results of " << S.Results << " programs, " << (S.Bytes + 1023) / 1024
               << " KiB\n";
  return Success;
}

int runExplain(const Options &O, const PipelineEvents &Events) {
  llvm::Expected<std::unique_ptr<Analysis>> A = runPipeline(O.Pipeline, Events);
  if (!A)
    return unusable(A.takeError());
  return withOutput(O, llvm::outs(), [&](llvm::raw_ostream &Out) {
    return explain(**A, O.Positional[0], O.Positional[1], Out);
  });
}

/// `extract -o UNIT -- COMPILER ARGS`: one unit, as a build step.
int extractOne(const Options &O) {
  if (O.Output.empty())
    return unusable(makeError("extract -- COMPILER ARGS needs -o UNIT"));
  llvm::Expected<KernelModel> Model = KernelModel::load(O.Pipeline.ModelFiles);
  if (!Model)
    return unusable(Model.takeError());
  llvm::Expected<CompileJob> Job = singleJob(O.Compile);
  if (!Job)
    return unusable(Job.takeError());
  InputFiles Read;
  llvm::IntrusiveRefCntPtr<RecordingFileSystem> Disk(new RecordingFileSystem(Read));
  llvm::Expected<TranslationUnit> Unit = extract(*Job, *Model, Disk);
  if (!Unit)
    return unusable(Unit.takeError());
  if (llvm::Error E = writeUnit(*Unit, O.Output))
    return unusable(std::move(E));
  if (!O.DependencyFile.empty())
    if (llvm::Error E = writeWholeFile(O.DependencyFile, dependencyRule(O.Output, Read)))
      return unusable(std::move(E));
  return Success;
}

std::vector<std::string> absolutePaths(const std::vector<std::string> &Paths) {
  std::vector<std::string> All;
  for (const std::string &Path : Paths)
    All.push_back(absolutePath(Path));
  return All;
}

int emitNinja(const Options &O, const PipelineEvents &Events) {
  NinjaBuild Build;
  Build.Tool = llvm::sys::fs::getMainExecutable(nullptr, nullptr);
  Build.Units = absolutePath(O.Pipeline.UnitDirectory);
  Build.Launcher = O.Launcher;
  Build.ModelFiles = absolutePaths(O.Pipeline.ModelFiles);
  llvm::Expected<CompileJobs> Jobs = planExtraction(O.Pipeline, Events);
  if (!Jobs)
    return unusable(Jobs.takeError());
  return withOutput(O, llvm::outs(), [&](llvm::raw_ostream &Out) {
    writeNinjaFile(*Jobs, Build, Out);
    return llvm::Error::success();
  });
}

int runExtract(const Options &O, const PipelineEvents &Events) {
  if (!O.Compile.empty())
    return extractOne(O);
  if (O.Pipeline.UnitDirectory.empty())
    return unusable(makeError("extract needs --units=DIR, or -o UNIT -- COMPILER ARGS"));
  if (O.EmitNinja)
    return emitNinja(O, Events);
  llvm::Expected<ExtractedUnits> Units = extractUnits(O.Pipeline, Events);
  if (!Units)
    return unusable(Units.takeError());
  for (const LostUnit &Lost : Units->Lost)
    llvm::errs() << "lockorder: lost unit: " << Lost.Reason << '\n';
  if (!O.Quiet)
    llvm::errs() << Units->Paths.size() << " units in " << O.Pipeline.UnitDirectory << ", "
                 << Units->AfterPrelude << " of them after a shared prelude\n";
  return O.FailOnIncomplete && !Units->Lost.empty() ? Incomplete : Success;
}

/// `submit`: the same work by other machines.
int runSubmit(const Options &O, Console &Terminal, const PipelineEvents &Events) {
  if (O.Pipeline.UnitDirectory.empty())
    return unusable(makeError("submit needs --units=DIR, a folder that all nodes share"));
  llvm::Expected<CompileJobs> Jobs = planExtraction(O.Pipeline, Events);
  if (!Jobs)
    return unusable(Jobs.takeError());
  SlurmRun Run = O.Cluster;
  Run.Tool = llvm::sys::fs::getMainExecutable(nullptr, nullptr);
  Run.Database = Jobs->Database;
  Run.Units = absolutePath(O.Pipeline.UnitDirectory);
  Run.Selections = O.Positional;
  Run.ModelFiles = absolutePaths(O.Pipeline.ModelFiles);
  Run.LinkArguments = O.Compile;
  Run.Jobs = Jobs->Jobs.size();
  llvm::Expected<SlurmJobs> Submitted = submitToSlurm(Run);
  if (!Submitted)
    return unusable(Submitted.takeError());
  if (!O.Quiet)
    llvm::errs() << "Slurm job " << Submitted->Extract << " extracts " << Run.Jobs << " units, job "
                 << Submitted->Link << " links them; scripts and logs are in " << Run.Units
                 << "/slurm\n";
  if (!O.Wait)
    return Success;
  llvm::Expected<SlurmResult> Result =
      waitForSlurm(Run, *Submitted, [&](size_t Units) { Terminal.progress(Units, Run.Jobs, ""); });
  if (!Result)
    return unusable(Result.takeError());
  llvm::outs() << Result->Output;
  llvm::errs() << Result->Log;
  return Result->Status;
}

int runLink(const Options &O, Console &Terminal, const PipelineEvents &Events) {
  if (O.Pipeline.UnitFiles.empty())
    return unusable(makeError("link found no unit files; name them, or a folder with --units=DIR"));
  return runCheck(O, Terminal, Events);
}

int runCompdb(const Options &O) {
  KbuildQuery Query;
  Query.Directories = O.Positional;
  Query.BuildDirectory = O.BuildFolder;
  llvm::Expected<KbuildCommands> Found = collectKbuildCommands(Query);
  if (!Found)
    return unusable(Found.takeError());
  for (const std::string &Problem : Found->Problems)
    llvm::errs() << "lockorder: " << Problem << '\n';
  return withOutput(O, llvm::outs(), [&](llvm::raw_ostream &Out) {
    writeDatabase(Out, Found->Commands);
    return llvm::Error::success();
  });
}

int listChecks() {
  for (const Check &C : allChecks())
    llvm::outs() << C.Name << "\n  " << C.Summary << '\n';
  return Success;
}

} // namespace

int main(int Count, char **Arguments) {
  llvm::InitLLVM Init(Count, Arguments);
  std::optional<Options> O = parseOptions(Count, Arguments);
  if (!O)
    return Unusable;
  Console Terminal(*O);
  auto Progress = [&](size_t Finished, size_t Total, llvm::StringRef Source) {
    Terminal.progress(Finished, Total, Source);
  };
  auto Notice = [&](llvm::StringRef Message) { Terminal.notice(Message); };
  auto Aside = [&](llvm::StringRef Message) { Terminal.aside(Message); };
  PipelineEvents Events{Progress, Notice, Aside};
  if (!O->UnitFolder.empty()) {
    llvm::Expected<UnitsOnDisk> Units = readUnitFolder(O->UnitFolder);
    if (!Units)
      return unusable(Units.takeError());
    llvm::append_range(O->Pipeline.UnitFiles, Units->Paths);
    O->Pipeline.MissingUnits = std::move(Units->Missing);
  }
  switch (O->Chosen) {
  case Command::Check:
    return runCheck(*O, Terminal, Events);
  case Command::Extract:
    return runExtract(*O, Events);
  case Command::Link:
    return runLink(*O, Terminal, Events);
  case Command::Compdb:
    return runCompdb(*O);
  case Command::Explain:
    return runExplain(*O, Events);
  case Command::Dump:
    return withOutput(*O, llvm::outs(), [&](llvm::raw_ostream &Out) {
      return dumpStage(O->Stage, O->Pipeline, Events, Out);
    });
  case Command::ListChecks:
    return listChecks();
  case Command::Submit:
    return runSubmit(*O, Terminal, Events);
  case Command::Cache:
    return runCache(*O);
  }
  return Unusable;
}
