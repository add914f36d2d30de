//===- StoredTables.h - What stored results have in common ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Results (StoredResults.h) speak of the same names, terms, lock classes and lists of conditions
// again and again. So these are kept once for all results, and each is looked up once in a run,
// when the first result that mentions it is read. The tables only grow: a number in a result that
// was written long ago still means the same.
//
// Several threads may look up at once, and while one of them adds.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include "flow/Transfer.h"
#include "link/StableIds.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/StringSaver.h"
#include <atomic>
#include <deque>
#include <mutex>

namespace lockorder {

/// 64 bits, little endian.
void appendNumber(std::string &To, uint64_t Number);
/// False: these bytes end too early.
bool takeNumber(llvm::StringRef &From, uint64_t &Number);

class StoredTables {
public:
  /// Takes the tables off `Bytes`, which outlive this; of what write() did not make, they are
  /// empty.
  void read(llvm::StringRef &Bytes);
  void write(std::string &To) const;

  /// Whose ids the following speak of; both outlive the last use.
  void begin(const StableIds &Of, LockFacts &In);

  // From a number in a table that was read, from 1, to what it means here; 0 is none. False:
  // nothing here is that.
  template <typename Tag> bool get(uint64_t Number, Id<Tag> &To);
  bool get(uint64_t Number, TermId &To);
  bool get(uint64_t Number, ClassId &To);
  bool get(uint64_t Number, SharedConditions &To);

  /// Held by who calls put().
  using Lock = std::unique_lock<std::mutex>;
  Lock lock() const { return Lock(Numbering); }
  // The other way round; what is new is added.
  template <typename Tag> uint64_t put(Id<Tag> I);
  uint64_t put(TermId I);
  uint64_t put(ClassId I);
  uint64_t put(const SharedConditions &C);

private:
  class Writer;
  class Reader;
  struct Contents {
    std::vector<uint64_t> Names;   ///< numbers of StableIds
    std::vector<StoredTerm> Terms; ///< operands first
    std::vector<llvm::StringRef> Classes, Conditions;
  };
  /// Adds to what is new; its number.
  template <typename Value> uint64_t add(std::vector<Value> Contents::*List, Value V) {
    (New.*List).push_back(std::move(V));
    return (Old.*List).size() + (New.*List).size();
  }

  /// What was looked up already, by number: 64 bits of what it is. If these are NotYet, it is
  /// looked up each time.
  using Looked = std::vector<std::atomic<uint64_t>>;
  static constexpr uint64_t NotYet = 0, Nothing = ~uint64_t(0);
  /// Of ids of a kind.
  template <typename Tag> struct LookedUp {
    Looked Here;
  };

  /// `Make` finds what `Number` means, or says Nothing; two threads that ask find the same.
  template <typename Maker> static uint64_t once(Looked &Here, uint64_t Number, Maker Make);

  const StableIds *Ids = nullptr;
  LockFacts *Facts = nullptr;
  Contents Old; ///< what was read
  Contents New; ///< numbers go on
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saved{Memory}; ///< what is new

  std::tuple<LookedUp<FileTag>, LookedUp<NameTag>, LookedUp<FieldTag>, LookedUp<SymbolTag>,
             LookedUp<FunctionTag>, LookedUp<OwnerTag>>
      IdHere;
  Looked TermHere, ClassHere, ConditionsHere;

  mutable std::mutex Numbering;        ///< for New and all that follows
  std::deque<SharedConditions> Shared; ///< what ConditionsHere points to
  // What is here -> its number, from 1.
  llvm::DenseMap<uint64_t, uint64_t> NameOf, TermOf, ClassOf;
  std::map<const lockorder::Conditions *, uint64_t> ConditionsOf;
};

} // namespace lockorder
