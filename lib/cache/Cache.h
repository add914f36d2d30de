//===- Cache.h - What was extracted and reported before ---------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: this object was extracted before; is that unit still what extraction would give?
// As ccache's depend mode does, in two steps:
//
//   job (arguments, folder, tool, model) --hash--> manifest: a few lists of inputs, each with a
//   unit the first list whose inputs are as they were (Inputs.h) --> its unit
//
// A report is found by the units that it was made of and what was asked for; if that was never
// asked for, it is chosen from all findings of these units. Results never depend on what a cache
// holds: a miss, a damaged entry or a folder that cannot be written cost time only. Any number of
// runs may share a folder, also when one is killed: files appear whole (WholeFile.h). No time of a
// file is looked at, so clocks do not matter.
//
// One flat folder, as llvm::pruneCache() wants it:
//   llvmcache-KEY.manifest   llvmcache-ID.lou   llvmcache-ID.report   llvmcache-ID.findings
//   llvmcache-OF.results
//
//===----------------------------------------------------------------------===//
#pragma once

#include "cache/Manifest.h"
#include "compdb/CompileJobs.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {

class Cache {
public:
  static constexpr size_t MaxLists = 4;                       ///< in one manifest: branches
  static constexpr uint64_t MaxBytes = uint64_t(10) << 30;    ///< pruned to so much
  static constexpr unsigned MaxDays = 30, MaxFiles = 1000000; ///< not used for so long

  /// $XDG_CACHE_HOME/lockorder, else ~/.cache/lockorder; empty if there is no home.
  static std::string defaultFolder();

  /// Makes the folder. `ModelFiles` are part of what extraction depends on. Fails if one of them
  /// cannot be read, or the folder cannot be made.
  static llvm::Expected<Cache> open(const std::string &Folder,
                                    const std::vector<std::string> &ModelFiles);

  struct Hit {
    std::string UnitPath;
    ContentHash Id; ///< of the unit, and of the text that a report may show of it
  };
  /// Told which file was found damaged; it counts as missing, and will be made again.
  using Damage = llvm::function_ref<void(const std::string &Path)>;
  std::optional<Hit> find(const CompileJob &Job, ListedInputs &Now, Damage Damaged) const;

  /// Copies the unit file into the cache. `Named`: the files that the unit has places in,
  /// normalised; a prelude reads more, so the rest of `Of` is not the same each time.
  llvm::Error store(const CompileJob &Job, const InputFiles &Of,
                    const std::vector<std::string> &Named, const std::string &UnitPath) const;

  /// Null, here and below: it is not kept, or damaged.
  std::unique_ptr<llvm::MemoryBuffer> findReport(const ContentHash &Id, Damage Damaged) const;
  llvm::Error storeReport(const ContentHash &Id, llvm::StringRef Bytes) const;

  /// All that was found of some units, whatever of it was asked for.
  std::unique_ptr<llvm::MemoryBuffer> findFindings(const ContentHash &Id, Damage Damaged) const;
  llvm::Error storeFindings(const ContentHash &Id, llvm::StringRef Bytes) const;

  /// What was found of each function, for the next run over the same: `Of` says of what.
  std::unique_ptr<llvm::MemoryBuffer> findResults(llvm::StringRef Of, Damage Damaged) const;
  llvm::Error storeResults(llvm::StringRef Of, llvm::StringRef Bytes) const;

  struct Statistics {
    uint64_t Units = 0, Manifests = 0, Reports = 0, Findings = 0, Results = 0, Bytes = 0;
  };
  Statistics statistics() const;
  /// Removes what has not been used for MaxDays, then the least recently used beyond MaxBytes. Now
  /// and then, or at once.
  void prune(bool AtOnce) const;
  /// Removes everything that a cache has put there; other files stay.
  llvm::Error clear() const;

  const std::string &folder() const { return Folder; }

private:
  Cache(std::string Folder, std::string Identity)
      : Folder(std::move(Folder)), Identity(std::move(Identity)) {}
  std::string pathOf(const ContentHash &Id, llvm::StringRef Extension) const;
  ContentHash keyOf(const CompileJob &Job) const;
  ContentHash resultsOf(llvm::StringRef What) const;

  std::string Folder;
  std::string Identity; ///< of this very program, its model and its surroundings
};

} // namespace lockorder
