//===- Selection.h - The files and folders that were asked for --*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: does this job lie under one of `FILE|FOLDER...`, and if one of those matches
// nothing, what did the user probably mean?
//
// A relative name may mean a place below the current directory or below the database's. Which of
// them is meant is known only when all entries were seen: the first that any job lies under.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>
#include <vector>

namespace lockorder {

/// Makes `Path` absolute below `Directory` and removes "." and "..".
std::string normalizedPath(llvm::StringRef Directory, llvm::StringRef Path);

/// Whether `Path` is `Folder` or lies in it; both normalized.
bool liesUnder(llvm::StringRef Path, llvm::StringRef Folder);

class Selection {
public:
  Selection(const std::vector<std::string> &Wanted, llvm::StringRef DatabaseDirectory);

  bool everything() const { return Items.empty(); }

  /// First pass: relative names may also be relative to this source tree. Before the first job in
  /// it.
  void addBase(llvm::StringRef Folder);

  /// First pass, for every job: whether it may be selected.
  bool mayMatch(llvm::StringRef Source, llvm::StringRef Object);

  /// First pass, for every entry that is no job: what it is instead, for the message.
  void noteOther(llvm::StringRef Source, llvm::StringRef WhatItIs);

  /// Ends the first pass; fails if a file or folder matched no job.
  llvm::Error settle(llvm::StringRef Database);

  /// Second pass: whether the job is selected.
  bool matches(llvm::StringRef Source, llvm::StringRef Object) const;

private:
  struct Item {
    std::string Wanted;
    std::vector<std::string> Candidates; ///< what it may mean, the likeliest first
    std::vector<bool> Hit;               ///< parallel: a job lies under it
    std::set<std::string> NearMisses;    ///< sources of the same name elsewhere
    std::string Other;                   ///< what the entry is that it names, if no job
  };
  static void addCandidates(Item &I, llvm::StringRef Base);
  llvm::Error nothingFor(const Item &I, llvm::StringRef Database) const;

  std::vector<Item> Items;
  std::set<std::string> Bases;
};

} // namespace lockorder
