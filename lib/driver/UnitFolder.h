//===- UnitFolder.h - Where units lie, and which should ---------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Extraction may be many processes, on many machines, and any of them may die. So a folder of units
// says what it should have: DIR/OBJECT.lou for each line of DIR/units.list. All shards of one
// database write the same list, and what a shard that died has not written, `link` names.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"
#include "report/Ledger.h"

namespace lockorder {

/// Unit files are named after their object, so that shards and repeated runs meet.
std::string unitPath(llvm::StringRef Folder, llvm::StringRef Object);

/// The name of the list in a folder.
inline constexpr const char *UnitListName = "units.list";

/// Writes the list of a whole database, or adds selected jobs to the list that is there. Fails
/// where the folder cannot be written.
llvm::Error writeUnitList(const std::string &Folder, const CompileJobs &Jobs);

struct UnitsOnDisk {
  std::vector<std::string> Paths; ///< sorted
  std::vector<LostUnit> Missing;  ///< listed, and without a file
};

/// What a folder has. Without a list nothing is missing. Fails where the folder cannot be read, or
/// the list is none.
llvm::Expected<UnitsOnDisk> readUnitFolder(const std::string &Folder);

} // namespace lockorder
