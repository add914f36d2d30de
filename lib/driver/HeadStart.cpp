//===- HeadStart.cpp - What is done while the last units are parsed -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/HeadStart.h"
#include "cache/Words.h"
#include "driver/Pipeline.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace lockorder {
namespace {

/// So many of these files that what is read of them has its place in memory beside the program: of
/// a defconfig, all.
size_t fewEnough(const std::vector<std::string> &Files) {
  constexpr uint64_t MaxBytes = uint64_t(64) << 20; // compressed; in memory, some twenty times that
  uint64_t Sum = 0;
  for (size_t I = 0; I != Files.size(); ++I) {
    uint64_t Size = 0;
    if (llvm::sys::fs::file_size(Files[I], Size))
      continue; // whoever takes it is told
    Sum += Size;
    if (Sum > MaxBytes)
      return I;
  }
  return Files.size();
}

} // namespace

std::string sameAnalysis(const CompileJobs &Jobs, const PipelineOptions &Options) {
  Words All;
  llvm::StringRef Folder = Options.UnitFiles.empty()
                               ? llvm::StringRef()
                               : llvm::sys::path::parent_path(Options.UnitFiles.front());
  All << Jobs.Database << Folder << Jobs.SourceRoot << spellRules(Options.Rules) << Options.Roots;
  return All.Text;
}

std::future<EarlierResults> readResults(const Cache &From, const CompileJobs &Jobs,
                                        const PipelineOptions &Options) {
  return std::async(std::launch::async, [Of = sameAnalysis(Jobs, Options), &From] {
    EarlierResults Out;
    Out.Known = std::make_unique<StoredResults>(
        From.findResults(Of, [&](const std::string &Path) { Out.Damaged = Path; }));
    return Out;
  });
}

GivenFacts readFacts(const PipelineOptions &Options) {
  GivenFacts Out;
  llvm::Expected<KernelFacts> Read = readKernelFacts(Options.With);
  if (!Read)
    Out.Error = llvm::toString(Read.takeError());
  else if (Read->Rules != spellRules(Options.Rules))
    Out.Error = Options.With + ": that kernel was analysed with '" + Read->Rules + "', this is '" +
                spellRules(Options.Rules) + "'; give both the same options";
  else
    Out.Known = std::move(*Read);
  return Out;
}

HeadStart beginEarly(const Cache *From, std::vector<std::string> Found, const CompileJobs &Jobs,
                     const PipelineOptions &Options, size_t Busy) {
  HeadStart Begun;
  size_t Threads = Options.Workers.Workers;
  if (Threads < 2)
    return Begun;
  if (!Options.With.empty())
    Begun.Facts = std::async(std::launch::async, [&Options] { return readFacts(Options); });
  else if (From)
    Begun.Results = readResults(*From, Jobs, Options);
  if (!From)
    return Begun;
  size_t Ahead = fewEnough(Found);
  Begun.Units = std::make_unique<ReadAhead>(
      std::move(Found), UnitPart::Trusted,
      static_cast<unsigned>(Threads > Busy ? Threads - Busy : 1), Ahead);
  return Begun;
}

} // namespace lockorder
