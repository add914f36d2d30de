//===- GrowingList.h - A list that is read while it grows -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table that several threads intern values in: who has an index may read the value without a
// lock, while others append. A value never moves, so references to it stay good, too.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>

namespace lockorder {

/// At most 2^(ChunkBits + TableBits) values, in chunks of 2^ChunkBits.
template <typename T, unsigned ChunkBits, unsigned TableBits> class GrowingList {
public:
  GrowingList() : Chunks(new std::atomic<T *>[size_t(1) << TableBits]()) {}
  GrowingList(const GrowingList &) = delete;
  ~GrowingList() {
    for (size_t I = 0; I != size(); ++I)
      std::destroy_at(&at(I));
    for (size_t I = 0; I < size(); I += ChunkSize)
      std::allocator<T>().deallocate(Chunks[I >> ChunkBits], ChunkSize);
  }

  /// One thread at a time. Others get to know of the index by something that releases it.
  template <typename... Arguments> size_t append(Arguments &&...From) {
    size_t I = Count.load(std::memory_order_relaxed);
    assert(I >> (ChunkBits + TableBits) == 0 && "too many values for a table");
    std::atomic<T *> &Chunk = Chunks[I >> ChunkBits];
    if (I % ChunkSize == 0)
      Chunk.store(std::allocator<T>().allocate(ChunkSize), std::memory_order_relaxed);
    std::construct_at(Chunk.load(std::memory_order_relaxed) + I % ChunkSize,
                      std::forward<Arguments>(From)...);
    Count.store(I + 1, std::memory_order_release);
    return I;
  }

  T &operator[](size_t I) { return at(I); }
  const T &operator[](size_t I) const { return at(I); }
  size_t size() const { return Count.load(std::memory_order_acquire); }

private:
  static constexpr size_t ChunkSize = size_t(1) << ChunkBits;
  T &at(size_t I) const {
    assert(I < size());
    return Chunks[I >> ChunkBits].load(std::memory_order_relaxed)[I % ChunkSize];
  }

  std::unique_ptr<std::atomic<T *>[]> Chunks;
  std::atomic<size_t> Count = 0;
};

} // namespace lockorder
