//===- Workers.h - Extraction in processes of its own -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang may crash, hang or eat all memory on one source out of thousands. So units are extracted in
// worker processes: the parent hands out one job at a time, and when a worker dies or exceeds its
// time, exactly that unit is lost, by name, and a new worker goes on.
//
//   parent --index--> worker: extract, write DIR/INDEX.unit --index, error text--> parent
//
// Must be called before the process has threads (workers are forks), and there must be none until
// the last job has been given out. The result does not depend on the number of workers.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "cache/Cache.h"
#include "kernel/KernelModel.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lockorder {

struct WorkerOptions {
  unsigned Workers = 1;
  unsigned TimeoutSeconds = 0;  ///< per unit; 0: none
  bool ParseAll = false;        ///< also bodies in headers that a unit most likely does not need
  const Cache *Store = nullptr; ///< gets a copy of each unit, if it can be written
};

/// What became of a job.
struct Extraction {
  std::string Path;          ///< of the unit file; empty if the unit is lost
  std::string Error;         ///< why it is lost
  bool AfterPrelude = false; ///< most headers were parsed with those of others
};

/// Extracts `Jobs[I]` into the file `PathOf(I)`. `Done` is called in order of completion, for
/// progress. `AllGiven` is called when the last job has been given out, and `Busy` workers are at
/// it: from then on, this process may have threads.
std::vector<Extraction> extractAll(const std::vector<CompileJob> &Jobs, const KernelModel &Model,
                                   const WorkerOptions &Options,
                                   llvm::function_ref<std::string(size_t)> PathOf,
                                   llvm::function_ref<void(size_t Finished, size_t Index)> Done,
                                   llvm::function_ref<void(size_t Busy)> AllGiven);

} // namespace lockorder
