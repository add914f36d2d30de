//===- Options.cpp - The command line -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "driver/DumpStage.h"
#include "driver/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"

namespace lockorder {
namespace {

namespace cl = llvm::cl;

cl::SubCommand CheckCommand("check", "analyse a kernel or module and report (the main job)");
cl::SubCommand ExtractCommand("extract",
                              "write unit files only: -p DIR --units=DIR, or -o UNIT -- CC ARGS");
cl::SubCommand LinkCommand("link", "the rest of check, from unit files");
cl::SubCommand CompdbCommand("compdb", "make a compile_commands.json from Kbuild's .cmd files");
cl::SubCommand ExplainCommand("explain", "say why two locks are, or are not, reported");
cl::SubCommand DumpCommand("dump",
                           "print a stage's product: --stage=jobs|unit|program|facts|graph");
cl::SubCommand ListCommand("list-checks", "print the checks");
cl::SubCommand CacheCommand("cache", "stats, prune or clear: what earlier runs have left");
cl::SubCommand SubmitCommand("submit", "extract and link on a cluster: --engine=slurm -p DIR "
                                       "--units=DIR [-- LINK OPTIONS]");

/// The subcommands that run the pipeline from a database.
#define FROM_DATABASE                                                                              \
  cl::sub(CheckCommand), cl::sub(ExtractCommand), cl::sub(ExplainCommand), cl::sub(DumpCommand)
#define ANALYSING                                                                                  \
  cl::sub(CheckCommand), cl::sub(LinkCommand), cl::sub(ExplainCommand), cl::sub(DumpCommand)
#define REPORTING cl::sub(CheckCommand), cl::sub(LinkCommand)
#define ALL_RUNS FROM_DATABASE, cl::sub(LinkCommand)

cl::opt<std::string> Database("p", cl::desc("the database, or the folder that has it"),
                              cl::value_desc("DIR|compile_commands.json"), cl::init("."),
                              FROM_DATABASE, cl::sub(SubmitCommand));
cl::list<std::string> Inputs(cl::Positional, cl::desc("[FILE|FOLDER...]"), cl::sub(CheckCommand),
                             cl::sub(ExtractCommand), cl::sub(DumpCommand), cl::sub(LinkCommand),
                             cl::sub(CompdbCommand), cl::sub(CacheCommand), cl::sub(SubmitCommand));
cl::list<std::string> LocksAndInputs(cl::Positional, cl::desc("LOCK LOCK [FILE|FOLDER...]"),
                                     cl::sub(ExplainCommand));
cl::opt<unsigned>
    Jobs("j", cl::desc("worker processes, and threads that solve (default: one per processor)"),
         cl::value_desc("N"), cl::init(0), cl::Prefix, ALL_RUNS);
cl::list<std::string> CheckGlobs("checks", cl::desc("checks to run, globs; -GLOB excludes"),
                                 cl::value_desc("GLOB,-GLOB"), cl::CommaSeparated, ANALYSING);
cl::opt<Confidence> Floor("confidence",
                          cl::desc("report findings of this tier and above (default: medium)"),
                          cl::values(clEnumValN(Confidence::High, "high", "resolved and proved"),
                                     clEnumValN(Confidence::Medium, "medium", "one assumption"),
                                     clEnumValN(Confidence::Low, "low", "everything")),
                          cl::init(Confidence::Medium), REPORTING);
cl::opt<Format> Form("format", cl::desc("output format (default: text)"),
                     cl::values(clEnumValN(Format::Text, "text", "as compilers print"),
                                clEnumValN(Format::Json, "json", "version 1"),
                                clEnumValN(Format::Sarif, "sarif", "2.1.0")),
                     cl::init(Format::Text), REPORTING);
cl::opt<std::string> With("with", cl::desc("what an analysed kernel exports to others"),
                          cl::value_desc("FILE"), ANALYSING);
cl::opt<std::string> Export("export",
                            cl::desc("write what others can know of what is linked (see --with)"),
                            cl::value_desc("FILE"), cl::sub(LinkCommand));
cl::opt<std::string> Output("o", cl::desc("write the output to this file"), cl::value_desc("FILE"),
                            ALL_RUNS, cl::sub(CompdbCommand));
cl::list<std::string> Roots("root",
                            cl::desc("analyse only what this function reaches (repeatable)"),
                            cl::value_desc("[FILE:]FUNCTION"), ANALYSING);
cl::list<std::string> ReportOn("report",
                               cl::desc("report only what touches this: the rest is analysed all "
                                        "the same (repeatable)"),
                               cl::value_desc("FILE|FOLDER"), REPORTING);
enum class ReadLock { Kernel, Recursive };
cl::opt<ReadLock> ReadLocks("read-lock",
                            cl::desc("whether read_lock() may be taken twice (default: kernel)"),
                            cl::values(clEnumValN(ReadLock::Kernel, "kernel", "in interrupts only"),
                                       clEnumValN(ReadLock::Recursive, "recursive",
                                                  "always, as lockdep's self-test has it")),
                            cl::init(ReadLock::Kernel), ANALYSING);
cl::opt<bool> Rt("rt", cl::desc("PREEMPT_RT: spinlocks sleep, raw ones do not"), ANALYSING);
cl::list<std::string> Models("model", cl::desc("more kernel APIs, in YAML (repeatable)"),
                             cl::value_desc("FILE"), ALL_RUNS, cl::sub(SubmitCommand));
cl::opt<unsigned> Timeout("timeout-per-unit", cl::desc("give up a unit after this time"),
                          cl::value_desc("SECONDS"), cl::init(0), FROM_DATABASE);
cl::opt<FailOn>
    Fail("fail-on", cl::desc("exit with 1 on findings of this tier and above (default: medium)"),
         cl::values(clEnumValN(FailOn::None, "none", "never"), clEnumValN(FailOn::Low, "low", ""),
                    clEnumValN(FailOn::Medium, "medium", ""), clEnumValN(FailOn::High, "high", "")),
         cl::init(FailOn::Medium), REPORTING);
cl::opt<bool> FailOnIncomplete("fail-on-incomplete", cl::desc("exit with 3 if units were lost"),
                               REPORTING, cl::sub(ExtractCommand));
enum class Switch { Auto, Always, Never };
cl::opt<Switch> Color("color", cl::desc("colours (default: auto)"),
                      cl::values(clEnumValN(Switch::Auto, "auto", "on a terminal"),
                                 clEnumValN(Switch::Always, "always", ""),
                                 clEnumValN(Switch::Never, "never", "")),
                      cl::init(Switch::Auto), REPORTING);
cl::opt<Switch> Progress("progress", cl::desc("progress (default: auto)"),
                         cl::values(clEnumValN(Switch::Auto, "auto", "on a terminal"),
                                    clEnumValN(Switch::Always, "always", ""),
                                    clEnumValN(Switch::Never, "never", "")),
                         cl::init(Switch::Auto), ALL_RUNS, cl::sub(SubmitCommand));
cl::opt<bool> Quiet("quiet", cl::desc("only findings and fatal errors"), ALL_RUNS,
                    cl::sub(SubmitCommand));
cl::opt<bool> Verbose("verbose", cl::desc("also every compile error and the whole ledger"),
                      ALL_RUNS);
cl::opt<bool> Stats("stats", cl::desc("print counts and times of the stages"), REPORTING);
cl::opt<std::string> UnitDirectory("units", cl::desc("folder of unit files"), cl::value_desc("DIR"),
                                   cl::sub(ExtractCommand), cl::sub(LinkCommand),
                                   cl::sub(DumpCommand), cl::sub(ExplainCommand),
                                   cl::sub(SubmitCommand));
cl::opt<std::string> Shard("shard", cl::desc("the I-th of N shares, from 1"), cl::value_desc("I/N"),
                           cl::sub(ExtractCommand));
cl::opt<bool> EmitNinja("emit-ninja",
                        cl::desc("write a build.ninja of these extractions instead (see -o)"),
                        cl::sub(ExtractCommand));
cl::opt<std::string> Launcher("launcher", cl::desc("what runs its commands: `srun -n1`, say"),
                              cl::value_desc("COMMAND"), cl::sub(ExtractCommand));
cl::opt<std::string> DependencyFile("depfile",
                                    cl::desc("with -o UNIT: for make and ninja, what was read"),
                                    cl::value_desc("FILE"), cl::sub(ExtractCommand));
enum class Engine { Slurm };
cl::opt<Engine> ClusterEngine("engine", cl::desc("what schedules the jobs"),
                              cl::values(clEnumValN(Engine::Slurm, "slurm", "sbatch, squeue")),
                              cl::Required, cl::sub(SubmitCommand));
cl::opt<unsigned> Shards("shards", cl::desc("tasks (default: three per processor of the cluster)"),
                         cl::value_desc("N"), cl::init(0), cl::sub(SubmitCommand));
cl::opt<unsigned> AtOnce("at-once", cl::desc("tasks that run at one time (default: all)"),
                         cl::value_desc("N"), cl::init(0), cl::sub(SubmitCommand));
cl::list<std::string> SbatchOptions("sbatch", cl::desc("an option for sbatch (repeatable)"),
                                    cl::value_desc("OPTION"), cl::sub(SubmitCommand));
cl::opt<bool> AllowMissing("allow-missing",
                           cl::desc("link what there is, also if tasks have failed"),
                           cl::sub(SubmitCommand));
cl::opt<bool> Wait("wait", cl::desc("until it is done; print what link prints, end as it ends"),
                   cl::sub(SubmitCommand));
cl::opt<std::string> Stage("stage", cl::desc("jobs, unit, program, facts or graph"),
                           cl::value_desc("STAGE"), cl::Required, cl::sub(DumpCommand));
cl::opt<std::string> BuildFolder("build-dir",
                                 cl::desc("where the kernel was built (default: found)"),
                                 cl::value_desc("DIR"), cl::sub(CompdbCommand));
cl::opt<std::string>
    CacheFolder("cache",
                cl::desc("keep units, results and reports here (default: lockorder in "
                         "$XDG_CACHE_HOME or ~/.cache)"),
                cl::value_desc("DIR"), ANALYSING, cl::sub(CacheCommand));
cl::opt<bool> NoHeaderCache("no-header-cache",
                            cl::desc("parse all of every header in every unit: slower, same units"),
                            FROM_DATABASE);
cl::opt<bool> NoCache("no-cache", cl::desc("neither use nor fill the cache"), ANALYSING);

std::nullopt_t misuse(const llvm::Twine &What) {
  llvm::errs() << "lockorder: " << What << "; see `lockorder --help`\n";
  return std::nullopt;
}

std::optional<Command> chosen() {
  const std::pair<cl::SubCommand *, Command> Table[] = {
      {&CheckCommand, Command::Check},     {&ExtractCommand, Command::Extract},
      {&LinkCommand, Command::Link},       {&CompdbCommand, Command::Compdb},
      {&ExplainCommand, Command::Explain}, {&DumpCommand, Command::Dump},
      {&ListCommand, Command::ListChecks}, {&CacheCommand, Command::Cache},
      {&SubmitCommand, Command::Submit}};
  for (auto [Sub, Value] : Table)
    if (*Sub)
      return Value;
  return std::nullopt;
}

bool isOn(Switch S, bool Terminal) {
  return S == Switch::Always ||
         (S == Switch::Auto && Terminal && !llvm::sys::Process::GetEnv("NO_COLOR"));
}

void printVersion(llvm::raw_ostream &Out) {
  Out << "lockorder " << Version << " (LLVM " << LLVM_VERSION_STRING << ")\n";
}

} // namespace

std::optional<Options> parseOptions(int Count, const char *const *Arguments) {
  // What stands after -- is another program's command line.
  Options O;
  std::vector<const char *> Own(Arguments, Arguments + Count);
  auto Split = llvm::find_if(Own, [](llvm::StringRef A) { return A == "--"; });
  if (Split != Own.end()) {
    O.Compile.assign(Split + 1, Own.end());
    Own.erase(Split, Own.end());
  }
  cl::SetVersionPrinter(printVersion);
  if (!cl::ParseCommandLineOptions(
          static_cast<int>(Own.size()), Own.data(),
          "lockorder: a static lock-order analyzer for the Linux kernel\n\n"
          "  lockorder check -p DIR [FILE|FOLDER...]\n\n"
          "Exit status: 0 nothing to report, 1 findings, 2 unusable arguments or input,\n"
          "3 units were lost (--fail-on-incomplete), 70 and above a crash.\n",
          &llvm::errs()))
    return std::nullopt;
  std::optional<Command> Which = chosen();
  if (!Which)
    return misuse("which command? check, extract, link, submit, compdb, explain, dump, cache "
                  "or list-checks");
  O.Chosen = *Which;
  O.Positional = Inputs;
  O.Pipeline.Database.Path = Database;
  if (O.Chosen == Command::Explain) {
    std::vector<std::string> Words = LocksAndInputs;
    if (Words.size() < 2)
      return misuse("explain needs two locks");
    O.Positional.assign(Words.begin(), Words.begin() + 2);
    O.Pipeline.Database.Selections.assign(Words.begin() + 2, Words.end());
  } else if (O.Chosen == Command::Cache) {
    if (O.Positional.size() != 1 ||
        !llvm::is_contained({"stats", "prune", "clear"}, O.Positional.front()))
      return misuse("cache what? stats, prune or clear");
  } else if (O.Chosen != Command::Link && O.Chosen != Command::Compdb) {
    O.Pipeline.Database.Selections = O.Positional;
  }
  O.Pipeline.ModelFiles = Models;
  O.Pipeline.Roots = Roots;
  O.Pipeline.Checks = CheckGlobs;
  O.Pipeline.ReportOn = ReportOn;
  O.Pipeline.Floor = Floor;
  O.Pipeline.Rules.ReadLockRecurses = ReadLocks == ReadLock::Recursive;
  O.Pipeline.Rules.Rt = Rt;
  O.Pipeline.With = With;
  if (With.getNumOccurrences() > 1)
    return misuse("--with is given twice: one file has all of a kernel's facts");
  if (!With.empty() && !Export.empty())
    return misuse("--export writes what is analysed here, so it cannot go --with others' facts");
  O.Pipeline.Export = Export;
  O.Pipeline.CheckModel = Verbose;
  O.Pipeline.CountMechanisms = Stats;
  O.Pipeline.UnitDirectory =
      O.Chosen == Command::Extract || O.Chosen == Command::Submit ? UnitDirectory : std::string();
  O.Pipeline.Workers.Workers =
      Jobs ? Jobs
      : llvm::get_physical_cores() > 0
          ? static_cast<unsigned>(llvm::hardware_concurrency().compute_thread_count())
          : 1;
  O.Pipeline.Workers.TimeoutSeconds = Timeout;
  O.Pipeline.Workers.ParseAll = NoHeaderCache;
  if (!Shard.empty()) {
    auto [I, N] = llvm::StringRef(Shard).split('/');
    if (I.getAsInteger(10, O.Pipeline.Shard) || N.getAsInteger(10, O.Pipeline.Shards) ||
        O.Pipeline.Shard < 1 || O.Pipeline.Shard > O.Pipeline.Shards)
      return misuse("--shard=" + Shard + ": expected I/N with 1 <= I <= N");
  }
  if (O.Chosen == Command::Link)
    O.Pipeline.UnitFiles = O.Positional;
  O.Pipeline.CacheNamed = !CacheFolder.empty();
  bool Cached = O.Chosen == Command::Cache || O.Chosen == Command::Check ||
                O.Chosen == Command::Link || O.Chosen == Command::Explain ||
                O.Chosen == Command::Dump;
  if (Cached && !NoCache)
    O.Pipeline.CacheFolder = O.Pipeline.CacheNamed ? CacheFolder : Cache::defaultFolder();
  if (O.Pipeline.UnitDirectory.empty())
    O.UnitFolder = UnitDirectory;
  O.BuildFolder = BuildFolder;
  O.EmitNinja = EmitNinja;
  O.Launcher = Launcher;
  O.DependencyFile = DependencyFile;
  O.Cluster.Shards = Shards;
  O.Cluster.AtOnce = AtOnce;
  O.Cluster.SbatchOptions = SbatchOptions;
  O.Cluster.AllowMissing = AllowMissing;
  O.Wait = Wait;
  O.Output = Output;
  O.Stage = Stage;
  O.Form = Form;
  O.Fail = Fail;
  O.FailOnIncomplete = FailOnIncomplete;
  O.Quiet = Quiet;
  O.Verbose = Verbose;
  O.Stats = Stats;
  O.Color = isOn(Color, O.Output.empty() && llvm::sys::Process::StandardErrIsDisplayed());
  O.Progress = !Quiet && isOn(Progress, llvm::sys::Process::StandardErrIsDisplayed());
  O.ProgressLines = !Quiet && !O.Progress && Progress == Switch::Auto;
  return O;
}

} // namespace lockorder
