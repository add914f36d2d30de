//===- Terms.h - Symbolic values and places -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: is the lock that is released here the one that was taken there? Inside one function
// a place is written in terms of what the function was given: parameters, globals, the memory they
// lead to as it was on entry, and symbols for what is not known.
//
//   f = bar->f; mutex_lock(&f->lock);      (*Load((*param0).{bar.f})).{foo.lock}
//
// Terms are hash-consed: equal terms have equal ids, and ids are ordered by what the terms say. A
// callee's terms are turned into the caller's by substituting arguments for parameters.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/GrowingList.h"
#include "link/NameHashes.h"
#include "lockir/LockIR.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <mutex>
#include <vector>

namespace lockorder {

using TermId = OrderedId<struct TermTag>;

enum class TermKind : uint8_t {
  // Values
  Int,      ///< Number
  Function, ///< Index: SymbolId
  Param,    ///< Index: what the parameter was on entry
  Fresh,    ///< Index: something new at one place of one function
  Returned, ///< in a summary: the result, or what the call leaves in A, one of Outcome::Writes
  Any,      ///< something about which nothing is known, not even that it is itself
  Addr,     ///< A: place
  Load,     ///< A: place; what it held on entry
  Unary,    ///< Index: UnaryOp; A
  Binary,   ///< Index: BinaryOp; A, B
  Call,     ///< Index: FunctionId; A, B: its arguments; what a pure function says of them
  Query,    ///< Index: Context; whether the caller has that switched off: in_atomic() and the like
  // Places
  Local,   ///< Index: VarId
  Global,  ///< Index: SymbolId
  Deref,   ///< A: value
  Member,  ///< A: place; Index: FieldId
  Element, ///< A: place; B: value
  Outer,   ///< A: place; Index: FieldId
  Section, ///< Index: Context; no lock, but entered and left like one: rcu_read_lock() and the like
  Sleep,   ///< what a call that may sleep "takes", for an instant
};

struct Term {
  TermKind Kind = TermKind::Any;
  uint32_t Index = 0;
  TermId A, B;
  int64_t Number = 0;
  friend bool operator==(const Term &, const Term &) = default;
};

/// Term::Index of such a term in another table: what `Named` says of it if it is the id of a
/// symbol, field or function, else itself.
template <typename Visitor> auto renamedIndex(TermKind Kind, uint32_t Index, Visitor Named) {
  using Number = decltype(Named(SymbolId()));
  switch (Kind) {
  case TermKind::Function:
  case TermKind::Global:
    return Named(SymbolId(Index));
  case TermKind::Member:
  case TermKind::Outer:
    return Named(FieldId(Index));
  case TermKind::Call:
    return Named(FunctionId(Index));
  default:
    return static_cast<Number>(Index);
  }
}

/// What occurs inside a term.
enum TermTrait : uint8_t {
  MentionsParam = 1,
  MentionsFresh = 2,
  MentionsLocal = 4,
  MentionsAny = 8,
  MentionsMemory = 16, ///< a Load or a Call
  MentionsReturned = 32,
  MentionsFunction = 64, ///< a Function or a Call
};

/// Several threads may use it at once.
class TermTable {
public:
  /// What is not 0 if and only if the value is not: of `250 * x`, x.
  TermId withoutFactors(TermId T) const;

  /// Bits that the value may have, as far as its constants tell: of `(x & 4) | 1`, 5.
  uint64_t possibleBits(TermId T, unsigned Depth = 4) const;

  /// Deeper and larger terms become Any: an expression that grows around a loop has to end, and one
  /// that mentions each part twice (`x = f(y, y); z = f(x, x);`) costs 2^depth to look through.
  static constexpr unsigned MaxDepth = 14, MaxSize = 100;

  /// `Names` says what ids in terms stand for, and outlives the table.
  explicit TermTable(const NameHashes &Names);

  TermId intern(Term T);
  const Term &operator[](TermId T) const { return Terms[T.index()].Is; }
  uint8_t traits(TermId T) const { return Terms[T.index()].Traits; }
  static unsigned depth(TermId T) {
    return static_cast<unsigned>(T.order() >> (TermId::HashBits - DepthBits));
  }
  bool isPlace(TermId T) const { return (*this)[T].Kind >= TermKind::Local; }

  TermId any() const { return AnyTerm; }
  TermId anyPlace() const { return AnyPlace; }
  TermId integer(int64_t N) { return intern({TermKind::Int, 0, {}, {}, N}); }
  TermId param(uint32_t I) { return intern({TermKind::Param, I, {}, {}, 0}); }
  TermId fresh(uint32_t I) { return intern({TermKind::Fresh, I, {}, {}, 0}); }
  TermId returned(TermId Place) { return intern({TermKind::Returned, 0, Place, {}, 0}); }
  TermId local(VarId V) { return intern({TermKind::Local, V.raw(), {}, {}, 0}); }
  TermId global(SymbolId S) { return intern({TermKind::Global, S.raw(), {}, {}, 0}); }
  TermId section(Context C) {
    return intern({TermKind::Section, static_cast<uint32_t>(C), {}, {}, 0});
  }
  TermId sleep() { return intern({TermKind::Sleep, 0, {}, {}, 0}); }
  bool isSleep(TermId T) const { return (*this)[T].Kind == TermKind::Sleep; }
  TermId query(Context C) { return intern({TermKind::Query, static_cast<uint32_t>(C), {}, {}, 0}); }
  bool isSection(TermId T) const { return (*this)[T].Kind == TermKind::Section; }
  TermId function(SymbolId S) { return intern({TermKind::Function, S.raw(), {}, {}, 0}); }
  TermId addr(TermId Place);  ///< folds &*x
  TermId deref(TermId Value); ///< folds *&x
  TermId load(TermId Place) {
    return once(Terms[Place.index()].Loaded, {TermKind::Load, 0, Place, {}, 0});
  }
  TermId member(TermId Place, FieldId F);     ///< folds with outer
  TermId outer(TermId Place, FieldId F);      ///< folds with member
  TermId element(TermId Place, TermId Index); ///< folds steps from a first element
  TermId unary(UnaryOp Op, TermId A);
  TermId binary(BinaryOp Op, TermId A, TermId B);
  TermId call(FunctionId F, TermId A, TermId B) {
    return intern({TermKind::Call, F.raw(), A, B, 0});
  }

  /// Rebuilds `T` with leaves (Param, Fresh, Returned, Local) replaced by what `Leaf` says, and
  /// each Load of a place by what `Memory` says it holds now (none: unchanged).
  TermId substitute(TermId T, llvm::function_ref<TermId(TermId)> Leaf,
                    llvm::function_ref<TermId(TermId)> Memory);

  /// `T` with every `From` in it replaced.
  TermId replace(TermId T, TermId From, TermId To);

  /// The object that a place is a part of.
  TermId outermost(TermId Place) const {
    while ((*this)[Place].Kind == TermKind::Member || (*this)[Place].Kind == TermKind::Element)
      Place = (*this)[Place].A;
    return Place;
  }

  /// Whether `Inner` occurs in `T`.
  bool mentions(TermId T, TermId Inner) const;

  /// Whether an array element whose index is no constant occurs in `T`.
  bool isOneOfMany(TermId T) const;

  void forEachFresh(TermId T, llvm::function_ref<void(TermId)> Visit) const;

  size_t size() const { return Terms.size(); }

private:
  TermId rebuild(TermId T, TermId A, TermId B);
  /// intern(), which `Known` remembers.
  TermId once(std::atomic<TermId> &Known, const Term &T) {
    TermId Now = Known.load(std::memory_order_acquire);
    if (!Now)
      Known.store(Now = intern(T), std::memory_order_release);
    return Now;
  }
  struct Entry {
    Term Is;
    uint8_t Traits;
    uint16_t Size;                         ///< how often any term occurs in it
    std::atomic<TermId> Loaded = TermId(); ///< load(), once it was asked for
    std::atomic<TermId> Turned = TermId(); ///< of a value deref(), of a place addr(), likewise
    Entry(const Term &Is, uint8_t Traits, uint16_t Size) : Is(Is), Traits(Traits), Size(Size) {}
  };
  static_assert(std::atomic<TermId>::is_always_lock_free);
  /// Where a term's id is: in the first free slot from its hash on. A power of two of them, at most
  /// half of them in use.
  struct Slots {
    explicit Slots(size_t Count) : Mask(Count - 1), At(new std::atomic<TermId>[Count]) {}
    size_t Mask;
    std::unique_ptr<std::atomic<TermId>[]> At;
  };
  /// The id of `T`; or none, and the free slot where it belongs. The slot is asked once: another
  /// thread may put another term there at any time.
  std::pair<TermId, std::atomic<TermId> *> look(const Slots &In, const Term &T,
                                                uint64_t Hash) const;
  void grow(size_t Count);
  uint64_t hashOf(const Term &T) const;
  static constexpr unsigned DepthBits = 4, DepthShift = 64 - DepthBits;
  static_assert(MaxDepth + 1 < 1 << DepthBits);
  static constexpr unsigned ChunkBits = 14;

  const NameHashes &Names;
  GrowingList<Entry, ChunkBits, TermId::IndexBits - ChunkBits> Terms;
  /// The last ones are in use; some thread may still look into earlier ones.
  std::vector<std::unique_ptr<Slots>> AllSlots;
  std::atomic<const Slots *> Current = nullptr;
  std::mutex Adding; ///< for whoever adds a term
  TermId AnyTerm, AnyPlace;
};

} // namespace lockorder
