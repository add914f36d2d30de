//===- WorkerProcess.h - The worker's side ----------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A worker reads a job's number from its channel, writes the unit, and answers with what went
// wrong, or nothing. One with a prelude makes a copy of itself for each job, which goes on from
// there; what does not work out that way it does itself, as one without.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "driver/Workers.h"

namespace lockorder {

struct WorkerTask {
  const std::vector<CompileJob> &Jobs;
  const KernelModel &Model;
  const WorkerOptions &Options;
  llvm::function_ref<std::string(size_t)> PathOf;
};

/// What goes through a channel (a socket): numbers of jobs, and answers. False: the other end is
/// gone.
bool send(int Channel, uint32_t Number);
bool send(int Channel, llvm::StringRef Answer);
bool receive(int Channel, uint32_t &Number);
bool receive(int Channel, std::string &Answer);

/// The answer where all went well, and the prelude was of use. Without it: an empty one.
inline constexpr llvm::StringLiteral AfterPrelude = "\nafter the prelude";

/// A worker's whole life, which ends when the channel is closed. `Like`: the job whose prelude it
/// may use for all that it is given.
[[noreturn]] void serveJobs(int Channel, const WorkerTask &Task, std::optional<size_t> Like);

} // namespace lockorder
