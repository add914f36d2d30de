//===- Pipeline.h - The pipeline as one function -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   readCompileJobs --> extractAll --> link --> analyze --> buildLockGraph --> checks --> Report
//
// One call per stage, top to bottom. Each product is a value that the next stage only reads.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Checks.h"
#include "compdb/CompileJobs.h"
#include "driver/Workers.h"
#include "flow/LockFacts.h"
#include "report/Report.h"

namespace lockorder {

struct PipelineOptions {
  DatabaseQuery Database;
  std::vector<std::string> ModelFiles;
  std::vector<std::string> Roots;     ///< [FILE:]FUNCTION
  std::vector<std::string> Checks;    ///< globs, `-` in front excludes; empty: all
  std::vector<std::string> UnitFiles; ///< link: use these instead of extracting
  std::string UnitDirectory;          ///< extract: where units go; empty: a temporary folder
  Confidence Floor = Confidence::Medium;
  LockRules Rules;
  bool CheckModel = false; ///< look up in the tree what no unit names; see ModelCheck.h
  WorkerOptions Workers;
  unsigned Shard = 1, Shards = 1; ///< extract: the Shard-th of Shards
};

/// What people see while it runs; all on standard error, all optional.
struct PipelineEvents {
  llvm::function_ref<void(size_t Finished, size_t Total, llvm::StringRef Source)> Progress =
      [](size_t, size_t, llvm::StringRef) {};
  llvm::function_ref<void(llvm::StringRef Message)> Notice = [](llvm::StringRef) {};
};

/// Everything that a run produced, for reports, dumps and explanations.
struct Analysis {
  CompileJobs Jobs;
  Program Linked;
  std::unique_ptr<LockFacts> Facts;
  LockGraph Graph;
  Report Out;
  /// What checkModel() says, a line each.
  std::vector<std::string> Unmodelled;
};

/// Extraction alone: writes units, returns the lost ones.
struct ExtractedUnits {
  CompileJobs Jobs;
  std::vector<std::string> Paths;
  std::vector<LostUnit> Lost;
};
llvm::Expected<ExtractedUnits> extractUnits(const PipelineOptions &Options,
                                            const PipelineEvents &Events);

/// The whole job. Fails only for unusable input (database, model, root names); what is lost on the
/// way is in the report.
llvm::Expected<std::unique_ptr<Analysis>> runPipeline(const PipelineOptions &Options,
                                                      const PipelineEvents &Events);

} // namespace lockorder
