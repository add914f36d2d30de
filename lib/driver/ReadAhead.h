//===- ReadAhead.h - Units are read while others are linked -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading and verifying units takes longer than linking them, and units do not know each other: so
// threads read them, some units ahead of the linker, which takes them in order as before.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "unit/Unit.h"
#include "llvm/ADT/StringMap.h"
#include <condition_variable>
#include <mutex>
#include <thread>

namespace lockorder {

class ReadAhead {
public:
  /// Begins at once, with so many threads. At most `Ahead` units are read and not taken yet.
  ReadAhead(std::vector<std::string> Paths, UnitPart Part, unsigned Threads, size_t Ahead);
  /// For whoever takes them as fast as possible and reads some of them, too: one of `Threads`.
  ReadAhead(std::vector<std::string> Paths, UnitPart Part, unsigned Threads)
      : ReadAhead(std::move(Paths), Part, Threads - (Threads != 0), UnitsPerThread * Threads) {}
  ~ReadAhead();

  bool has(llvm::StringRef Path) const { return At.contains(Path); }
  /// The unit, as readUnit() reads it; until it is there, the caller reads, too. Each path is taken
  /// once, in the order given.
  llvm::Expected<TranslationUnit> take(const std::string &Path);
  /// If it was read and not taken yet.
  const TranslationUnit *ready(llvm::StringRef Path) const;

private:
  static constexpr size_t UnitsPerThread = 4;

  void work();
  bool mayRead() const;
  void readNext(std::unique_lock<std::mutex> &Lock);

  const std::vector<std::string> Paths;
  llvm::StringMap<size_t> At; ///< of Paths
  const UnitPart Part;
  const size_t Ahead;
  mutable std::mutex Choosing; ///< for all that follows
  std::condition_variable More, Finished;
  size_t Next = 0;  ///< path to read
  size_t Taken = 0; ///< so many
  bool Stop = false;
  /// By path; null: not read yet, or taken.
  std::vector<std::unique_ptr<llvm::Expected<TranslationUnit>>> Units;
  std::vector<std::thread> Threads;
};

} // namespace lockorder
