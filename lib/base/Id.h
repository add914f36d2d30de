//===- Id.h - Strong ids and the tables that mint them ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every stage talks in small integers: a record, a field, a symbol. An `Id<Tag>` cannot be mixed up
// with an id of another table, and only the `Table` that owns the values mints it.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/Hashing.h"
#include <algorithm>
#include <cassert>
#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

namespace lockorder {

/// An index into one kind of table. Default-constructed ids are `none()` and index nothing.
template <typename Tag> class Id {
public:
  constexpr Id() = default;
  constexpr explicit Id(uint32_t Index) : Index(Index) {}

  static constexpr Id none() { return Id(); }
  constexpr bool valid() const { return Index != Invalid; }
  constexpr explicit operator bool() const { return valid(); }
  constexpr uint32_t index() const {
    assert(valid() && "an id that names nothing was used as an index");
    return Index;
  }
  /// The raw number, also of `none()`: for hashing and file formats.
  constexpr uint32_t raw() const { return Index; }

  friend constexpr auto operator<=>(Id, Id) = default;

private:
  static constexpr uint32_t Invalid = 0xffffffff;
  uint32_t Index = Invalid;
};

/// An index that sorts by what it names, not by when that was first met: lists in the order of such
/// ids are the same whatever else was analysed before. Two values whose hashes are equal in
/// `HashBits` bits are two ids, in the order in which they were met.
template <typename Tag> class OrderedId {
public:
  static constexpr unsigned IndexBits = 28, HashBits = 64 - IndexBits;

  constexpr OrderedId() = default;
  constexpr OrderedId(uint32_t Index, uint64_t Hash)
      : Bits(Hash >> IndexBits << IndexBits | Index) {
    assert(Index >> IndexBits == 0 && valid() && "too many values for a table");
  }

  static constexpr OrderedId none() { return OrderedId(); }
  /// The id of which these are the bits().
  static constexpr OrderedId ofBits(uint64_t Bits) {
    return OrderedId(static_cast<uint32_t>(Bits & ((uint64_t(1) << IndexBits) - 1)), Bits);
  }
  constexpr bool valid() const { return Bits != Invalid; }
  constexpr explicit operator bool() const { return valid(); }
  constexpr uint32_t index() const {
    assert(valid() && "an id that names nothing was used as an index");
    return static_cast<uint32_t>(Bits & ((uint64_t(1) << IndexBits) - 1));
  }
  /// Names the value in this process, also `none()`: for hashing.
  constexpr uint64_t bits() const { return Bits; }
  /// A part of the value's hash, the same in each process.
  constexpr uint64_t order() const { return Bits >> IndexBits; }

  friend constexpr auto operator<=>(OrderedId, OrderedId) = default;

private:
  static constexpr uint64_t Invalid = ~uint64_t(0);
  uint64_t Bits = Invalid;
};

/// Values of one kind, each stored once. `intern` is O(1); ids are given in order of first use, so
/// a table filled in a deterministic order is deterministic. A value has ==, and a hash_value()
/// that argument-dependent lookup finds (LLVM has one of strings).
template <typename Tag, typename Value> class Table {
public:
  Id<Tag> intern(Value V) {
    if (4 * (Values.size() + 1) > 3 * Slots.size())
      grow();
    uint32_t &Slot = Slots[slotOf(V)];
    if (Slot == Free) {
      Slot = static_cast<uint32_t>(Values.size());
      Values.push_back(std::move(V));
    }
    return Id<Tag>(Slot);
  }
  /// The id of a value that is already in the table, else none().
  Id<Tag> find(const Value &V) const {
    return Slots.empty() ? Id<Tag>() : Id<Tag>(Slots[slotOf(V)]);
  }
  const Value &operator[](Id<Tag> I) const { return Values[I.index()]; }
  size_t size() const { return Values.size(); }
  const std::vector<Value> &values() const { return Values; }

  friend bool operator==(const Table &A, const Table &B) { return A.Values == B.Values; }

private:
  static constexpr uint32_t Free = Id<Tag>().raw();

  /// Where it is, or would come. There is a free slot.
  size_t slotOf(const Value &V) const {
    using llvm::hash_value;
    size_t At = static_cast<size_t>(hash_value(V));
    for (;; ++At) {
      At &= Slots.size() - 1;
      if (Slots[At] == Free || Values[Slots[At]] == V)
        return At;
    }
  }
  void grow() {
    Slots.assign(std::max<size_t>(16, 2 * Slots.size()), Free);
    for (uint32_t I = 0; I != Values.size(); ++I)
      Slots[slotOf(Values[I])] = I;
  }

  std::vector<Value> Values;
  std::vector<uint32_t> Slots; ///< a power of two of them: ids, by hash and the next free one
};

} // namespace lockorder

template <typename Tag> struct std::hash<lockorder::Id<Tag>> {
  size_t operator()(lockorder::Id<Tag> I) const noexcept { return std::hash<uint32_t>()(I.raw()); }
};

template <typename Tag> struct std::hash<lockorder::OrderedId<Tag>> {
  size_t operator()(lockorder::OrderedId<Tag> I) const noexcept {
    return std::hash<uint64_t>()(I.bits());
  }
};
