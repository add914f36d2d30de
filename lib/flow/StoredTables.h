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
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include "flow/Transfer.h"
#include "link/StableIds.h"
#include "llvm/ADT/StringRef.h"

namespace lockorder {

/// 64 bits, little endian.
void appendNumber(std::string &To, uint64_t Number);
/// False: these bytes end too early.
bool takeNumber(llvm::StringRef &From, uint64_t &Number);

class StoredTables {
public:
  /// Takes the tables off `Bytes`; of what write() did not make, they are empty.
  void read(llvm::StringRef &Bytes);
  void write(std::string &To) const;

  /// Whose ids the following speak of; both outlive the last use.
  void begin(const StableIds &Of, LockFacts &In);

  // From a number in a table, from 1, to what it means here; 0 is none. False: nothing here is
  // that.
  template <typename Tag> bool get(uint64_t Number, Id<Tag> &To);
  bool get(uint64_t Number, TermId &To);
  bool get(uint64_t Number, ClassId &To);
  bool get(uint64_t Number, SharedConditions &To);

  // The other way round; what is new is added.
  template <typename Tag> uint64_t put(Id<Tag> I);
  uint64_t put(TermId I);
  uint64_t put(ClassId I);
  uint64_t put(const SharedConditions &C);

private:
  class Writer;
  class Reader;
  template <typename Value> struct Known {
    Value Is;
    bool Tried = false, Found = false;
  };
  /// What was looked up already: by kind of id, by number.
  template <typename Tag> using IdsHere = std::vector<Known<Id<Tag>>>;

  template <typename Value, typename Maker>
  static bool once(std::vector<Known<Value>> &Here, size_t Count, uint64_t Number, Value &To,
                   Maker Make);

  const StableIds *Ids = nullptr;
  LockFacts *Facts = nullptr;

  std::vector<uint64_t> Names;   ///< numbers of StableIds
  std::vector<StoredTerm> Terms; ///< operands first
  std::vector<std::string> Classes, Conditions;

  std::tuple<IdsHere<FileTag>, IdsHere<NameTag>, IdsHere<FieldTag>, IdsHere<SymbolTag>,
             IdsHere<FunctionTag>, IdsHere<OwnerTag>>
      IdHere;
  std::vector<Known<TermId>> TermHere;
  std::vector<Known<ClassId>> ClassHere;
  std::vector<Known<SharedConditions>> ConditionsHere;

  // What is here -> its number, from 1.
  llvm::DenseMap<uint64_t, uint64_t> NameOf, TermOf, ClassOf;
  std::map<const lockorder::Conditions *, uint64_t> ConditionsOf;
};

} // namespace lockorder
