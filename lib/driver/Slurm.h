//===- Slurm.h - A run on a cluster -----------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One job array extracts, a task per shard; one job, which depends on it, links. Both are scripts
// in UNITS/slurm, to be read and submitted again by hand. What Slurm does and we rely on, or put up
// with (seen with 22.05; https://slurm.schedmd.com/job_array.html, sbatch.html):
//  - A task whose node dies is started again elsewhere (--requeue). Its old process may still run:
//    so units are pure functions of their jobs, and appear by rename.
//  - A task that failed cancels what waits for it (afterok, --kill-on-invalid-dep).
//  - Sites ask for few long tasks: two to four per processor, not one per unit.
//  - `sbatch --wait` asks more and more seldom; we ask squeue.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lockorder {

/// Paths are absolute, and the same on all nodes.
struct SlurmRun {
  std::string Tool, Database, Units;
  std::vector<std::string> Selections;
  std::vector<std::string> ModelFiles;
  std::vector<std::string> LinkArguments;
  std::vector<std::string> SbatchOptions; ///< for both jobs
  unsigned Shards = 0;                    ///< 0: three per processor of the cluster
  unsigned AtOnce = 0;       ///< tasks that run at one time; 0: as many as there is room for
  bool AllowMissing = false; ///< link whatever the shards left
  size_t Jobs = 0;           ///< units to come: no more shards than that
};

struct SlurmJobs {
  std::string Extract, Link; ///< ids
};

/// Writes the scripts and hands them to sbatch. Fails where that is missing or refuses.
llvm::Expected<SlurmJobs> submitToSlurm(SlurmRun Run);

/// What the link job leaves.
struct SlurmResult {
  int Status = 0;          ///< its exit status
  std::string Output, Log; ///< its two streams
};

/// Asks squeue until both jobs are gone; `Progress` is called each time with the number of units so
/// far. Fails where the link job came to no end: then the error says where to look.
llvm::Expected<SlurmResult> waitForSlurm(const SlurmRun &Run, const SlurmJobs &Jobs,
                                         llvm::function_ref<void(size_t)> Progress);

} // namespace lockorder
