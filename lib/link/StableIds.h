//===- StableIds.h - What ids name, in another process ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which id has here what an earlier run knew by another one?
//
// Each id has a number of 64 bits that follows from what it names, and no other id of its kind has
// it: copies of one function are told apart by their code, statics of one name in one function by
// their order. The numbers do not depend on where the source lies, nor on what else is linked.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace lockorder {

class Program;

class StableIds {
public:
  StableIds() = default;
  /// Of a program whose functions and names do not change any more; who calls whom does not matter.
  /// Needs Program::Hashes. Linear in its code.
  explicit StableIds(const Program &P);

  /// 0: none.
  template <typename Tag> uint64_t of(Id<Tag> I) const { return I ? numbers(I).Of[I.index()] : 0; }
  /// Finds the id that has the number; false: nothing here has it. 0 is none.
  template <typename Tag> bool find(uint64_t Number, Id<Tag> &I) const {
    I = Id<Tag>();
    if (Number == 0)
      return true;
    auto It = numbers(I).At.find(Number);
    if (It == numbers(I).At.end())
      return false;
    I = Id<Tag>(It->second);
    return true;
  }

  /// Of all that a function's code says, but where; see CodeHash.h for the order of its places.
  uint64_t codeOf(FunctionId Id) const { return Codes[Id.index()]; }

private:
  struct Numbers {
    std::vector<uint64_t> Of;              ///< by id
    llvm::DenseMap<uint64_t, uint32_t> At; ///< the reverse
    void index();
  };
  const Numbers &numbers(FileId) const { return Files; }
  const Numbers &numbers(NameId) const { return Names; }
  const Numbers &numbers(RecordId) const { return Records; }
  const Numbers &numbers(FieldId) const { return Fields; }
  const Numbers &numbers(SymbolId) const { return Symbols; }
  const Numbers &numbers(FunctionId) const { return Functions; }
  const Numbers &numbers(Id<struct OwnerTag>) const { return Owners; }
  void tellSymbolsApart(const Program &P);
  uint64_t makeCode(const Program &P, FunctionId Id) const;

  Numbers Files, Names, Records, Fields, Symbols, Functions, Owners;
  std::vector<uint64_t> Codes; ///< by FunctionId
};

} // namespace lockorder
