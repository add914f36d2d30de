//===- Pipeline.h - The pipeline as one function -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   prepareUnits: readCompileJobs --> cache, extractAll
//   analyseUnits: link --> analyze --> buildLockGraph --> checks --> Report
//
// One call per stage, top to bottom. Each product is a value that the next stage only reads.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Checks.h"
#include "compdb/CompileJobs.h"
#include "driver/HeadStart.h"
#include "driver/Workers.h"
#include "flow/StoredResults.h"
#include "order/Mechanisms.h"
#include "report/Report.h"
#include <functional>

namespace lockorder {

struct PipelineOptions {
  DatabaseQuery Database;
  std::vector<std::string> ModelFiles;
  std::vector<std::string> Roots;     ///< [FILE:]FUNCTION
  std::vector<std::string> Checks;    ///< globs, `-` in front excludes; empty: all
  std::vector<std::string> UnitFiles; ///< link: use these instead of extracting
  std::vector<LostUnit> MissingUnits; ///< link: what should be among them
  std::string UnitDirectory;          ///< extract: where units go; empty: a temporary folder
  std::vector<std::string> ReportOn;  ///< files and folders that findings have to touch
  std::string With;   ///< a file of kernel facts; findings have to touch the units' own code
  std::string Export; ///< link: write such a file
  Confidence Floor = Confidence::Medium;
  LockRules Rules;
  bool CountMechanisms = false; ///< see order/Mechanisms.h
  bool CheckModel = false;      ///< look up in the tree what no unit names; see ModelCheck.h
  WorkerOptions Workers;
  std::string CacheFolder;        ///< empty: no cache
  bool CacheNamed = false;        ///< by the user: else a folder that cannot be made is no error
  unsigned Shard = 1, Shards = 1; ///< extract: the Shard-th of Shards
};

/// What people see while it runs; all on standard error, all optional.
struct PipelineEvents {
  llvm::function_ref<void(size_t Finished, size_t Total, llvm::StringRef Source)> Progress =
      [](size_t, size_t, llvm::StringRef) {};
  llvm::function_ref<void(llvm::StringRef Message)> Notice = [](llvm::StringRef) {};
  /// Of this run alone: another one that finds the same has nothing to say of it.
  llvm::function_ref<void(llvm::StringRef Message)> Aside = [](llvm::StringRef) {};
};

/// Where the time and the memory went.
struct StageCost {
  const char *Stage;
  double Seconds;    ///< processor time of this process, all its threads
  uint64_t Resident; ///< bytes of memory in use when the stage had ended; 0: not known
};

/// Everything that a run produced, for reports, dumps and explanations.
struct Analysis {
  CompileJobs Jobs;
  Program Linked;
  std::unique_ptr<StoredResults> Before; ///< of earlier runs; Facts read from it; null: no cache
  std::unique_ptr<LockFacts> Facts;
  LockGraph Graph;
  std::vector<Mechanism> Mechanisms; ///< if asked for
  std::vector<StageCost> Costs;      ///< in order
  size_t Reused = 0;                 ///< components of the call graph that an earlier run solved
  Report Out;
  /// What checkModel() says, a line each.
  std::vector<std::string> Unmodelled;
};

/// Extraction alone: units on disk, and the lost ones.
struct ExtractedUnits {
  CompileJobs Jobs;
  std::vector<std::string> Paths;
  std::vector<LostUnit> Lost;
  size_t FromCache = 0;    ///< of Paths
  size_t AfterPrelude = 0; ///< of Paths; see frontend/Prelude.h
  /// Of all units and what they were made of; none: not known, or some are lost.
  std::optional<ContentHash> Id;
  std::shared_ptr<const KernelModel> Model;
  std::shared_ptr<const Cache> Known; ///< null: no cache
  HeadStart Early;                    ///< of some of Paths; see HeadStart.h
  std::shared_ptr<void> Folder;       ///< a temporary one goes with the last owner
};

/// Null where there is none. A cache that nobody asked for (a build without a home, say) is never
/// an error.
llvm::Expected<std::shared_ptr<const Cache>> openCache(const PipelineOptions &Options);

/// What `extract` would do: the jobs of a database, or of a shard. The folder of units, if it is
/// named, exists and gets its list.
llvm::Expected<CompileJobs> planExtraction(const PipelineOptions &Options,
                                           const PipelineEvents &Events);
/// `extract`: a database's units, or those of a shard, into a folder.
llvm::Expected<ExtractedUnits> extractUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events);

/// The first half of the job: units, extracted, found in the cache, or named by the user. Fails
/// only for unusable input (database, model); what is lost on the way is in the report.
llvm::Expected<ExtractedUnits> prepareUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events);

/// The options that decide what counts as a deadlock.
std::string spellRules(const LockRules &Rules);

/// Says that this file of the cache was damaged.
std::string madeAgain(const std::string &Path);

/// The tool's version, and what its checks are.
void describeTool(Report &R);

/// Which of all findings were asked for. Fails if --report names nothing.
llvm::Expected<std::function<bool(const Finding &)>> findingsWanted(const CompileJobs &Of,
                                                                    const PipelineOptions &Options);

/// The second half, with all findings that there are. Fails for unusable root names.
llvm::Expected<std::unique_ptr<Analysis>>
analyseUnits(ExtractedUnits Units, const PipelineOptions &Options, const PipelineEvents &Events);

/// Both.
llvm::Expected<std::unique_ptr<Analysis>> runPipeline(const PipelineOptions &Options,
                                                      const PipelineEvents &Events);

} // namespace lockorder
