//===- StoredResults.h - What earlier runs found ----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: one line of a kernel has changed; what has to be analysed again?
//
//   component --ComponentKey--> key --known?--> its ComponentResult, as bytes
//
// A result is kept with names in place of ids (StableIds.h), for the next run numbers things
// otherwise, and with numbers in place of lines, for code moves when something before it changes. A
// file of them is only ever a shortcut: what it lacks, or what names something that is not here any
// more, is analysed. Whoever keeps the file sees to it that it is whole, and that this very tool
// and model have made it.
//
// Several threads may find and keep at once.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/ComponentKey.h"
#include "flow/ComponentResult.h"
#include "flow/StoredTables.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {

class StoredResults : SummaryReader {
public:
  /// Beyond half of it, only what took Dear is kept, and nothing that was not needed lately. A
  /// defconfig has a quarter of it.
  static constexpr uint64_t MaxBytes = uint64_t(1) << 30;
  static constexpr double Dear = 1e-3; ///< seconds
  /// How often results are written since one was needed, until it goes.
  static constexpr uint64_t MaxAge = 8;

  /// Of what takeBytes() once returned; of other bytes, or null, nothing is known.
  explicit StoredResults(std::unique_ptr<llvm::MemoryBuffer> Before);
  StoredResults(const StoredResults &) = delete;

  /// Which program the ids are of, from now on; it and the facts outlive the last use. The facts'
  /// summaries are read from here: this outlives their last use.
  void begin(const Program &P, LockFacts &Facts);
  /// begin() comes before all that follow.
  ComponentKeys &keys() { return *Keys; }

  /// What is known of `Component`, members ascending; it counts as used. What it tells is settled,
  /// and its summaries are for SummaryTable::readLater().
  std::optional<ComponentResult> find(const ComponentKey &Key,
                                      const std::vector<FunctionId> &Component);
  /// If that is worth it. What it tells is settled in any case.
  void keep(const ComponentKey &Key, ComponentResult &Found);

  std::optional<OrdersOnPaths> findPaths(const ComponentKey &Key);
  void keepPaths(const ComponentKey &Key, OrdersOnPaths &Found);

  /// Whether the next run would gain more by takeBytes() than writing them takes now.
  bool isWorthWriting() const;
  /// What was kept or used, and what may be needed again: a branch is left and entered again. Of
  /// one history, deterministic. They are given away piece by piece, for of a whole kernel they are
  /// more than a gigabyte: afterwards only used() is known, and summaries that were found.
  std::string takeBytes();
  /// Components that did not have to be analysed.
  size_t used() const { return static_cast<size_t>(llvm::count(Used, true)); }

private:
  bool isWorthKeeping(double Took);
  template <typename... Values> bool read(const ComponentKey &Key, Values &...To);
  /// Empty: it speaks of a place in another component, and cannot be kept.
  template <typename... Values> std::string bytesOf(const ComponentKey &Key, Values &...From);
  std::string bytesOf(const ComponentKey &Key, Summary &From);
  bool read(const StoredSummary &From, Summary &To) override;
  std::optional<uint32_t> countAcquired(const StoredSummary &From) override;
  bool readOne(const StoredSummary &From, uint32_t Index, Acquisition &To) override;
  template <typename... Values> void write(const ComponentKey &Key, Values &...From);

  std::unique_ptr<ComponentKeys> Keys;
  std::unique_ptr<llvm::MemoryBuffer> Before;
  std::unique_ptr<StoredTables> Tables = std::make_unique<StoredTables>();
  struct Stored {
    Digest Key;
    llvm::StringRef Bytes; ///< a part of Before
    uint64_t Age = 0;
  };
  std::vector<Stored> Old; ///< as they were read
  llvm::DenseMap<Digest, uint32_t> OldAt;
  std::vector<std::atomic<bool>> Used; ///< of Old
  std::mutex Keeping;                  ///< for all that follows
  std::map<Digest, std::string> New;
  double Gain = 0;   ///< seconds that New took
  uint64_t Size = 0; ///< bytes of Old and New
};

} // namespace lockorder
