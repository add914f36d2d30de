//===- HeadStart.h - What is done while the last units are parsed -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One changed source keeps one processor busy for seconds, and the others have nothing to do. So,
// as soon as no job is left to be given out, the units that the cache has are read, and what
// earlier runs have found of them, or the facts of the kernel that a module is checked against.
// Whoever links takes what is there and goes on.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "driver/ReadAhead.h"
#include "facts/KernelFacts.h"
#include "flow/StoredResults.h"
#include <future>

namespace lockorder {

struct CompileJobs;
struct PipelineOptions;
class Cache;

struct EarlierResults {
  std::unique_ptr<StoredResults> Known;
  std::string Damaged; ///< their file, if it was
};

/// PipelineOptions::With.
struct GivenFacts {
  std::optional<KernelFacts> Known;
  std::string Error; ///< why they are not known
};

struct HeadStart {
  std::unique_ptr<ReadAhead> Units; ///< null: not begun
  std::future<EarlierResults> Results;
  std::future<GivenFacts> Facts;
};

/// Runs of which one can take what another has found.
std::string sameAnalysis(const CompileJobs &Jobs, const PipelineOptions &Options);

/// What earlier runs have found, in a thread of its own; `From` outlives the result.
std::future<EarlierResults> readResults(const Cache &From, const CompileJobs &Jobs,
                                        const PipelineOptions &Options);

/// What analysis of a module starts from; its rules have to be the same.
GivenFacts readFacts(const PipelineOptions &Options);

/// `From`: null if nothing is kept. `Found`: unit files that the cache has found whole, in order.
/// `Busy`: so many workers are at work. `Options` outlive what was begun.
HeadStart beginEarly(const Cache *From, std::vector<std::string> Found, const CompileJobs &Jobs,
                     const PipelineOptions &Options, size_t Busy);

} // namespace lockorder
