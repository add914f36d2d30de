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

#include <cassert>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
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

/// Values of one kind, each stored once. `intern` is O(log n); ids are given in order of first use,
/// so a table filled in a deterministic order is deterministic.
template <typename Tag, typename Value> class Table {
public:
  Id<Tag> intern(Value V) {
    auto [It, New] = Index.try_emplace(V, Id<Tag>(static_cast<uint32_t>(Values.size())));
    if (New)
      Values.push_back(std::move(V));
    return It->second;
  }
  /// The id of a value that is already in the table, else none().
  Id<Tag> find(const Value &V) const {
    auto It = Index.find(V);
    return It == Index.end() ? Id<Tag>() : It->second;
  }
  const Value &operator[](Id<Tag> I) const { return Values[I.index()]; }
  size_t size() const { return Values.size(); }
  const std::vector<Value> &values() const { return Values; }

  friend bool operator==(const Table &A, const Table &B) { return A.Values == B.Values; }

private:
  std::vector<Value> Values;
  std::map<Value, Id<Tag>> Index;
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
