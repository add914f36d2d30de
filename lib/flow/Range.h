//===- Range.h - Which numbers a value may be -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Just enough of an integer to follow lock code: is it negative (an error), zero (success, NULL),
// positive; which constant. Pointers are numbers too: NULL is 0, error pointers are -4095..-1,
// others positive.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include <cstdint>

namespace lockorder {

/// The numbers Low..High, without 0 if NonZero, in which all of Bits are set and none of Clear.
struct Range {
  static constexpr int64_t Min = INT64_MIN, Max = INT64_MAX;

  int64_t Low = Min, High = Max;
  bool NonZero = false;
  uint64_t Bits = 0, Clear = 0; ///< of several non-negative numbers; Clear below High's first bit

  static Range all() { return {}; }
  static Range exactly(int64_t N) { return {N, N}; }
  static Range between(int64_t Low, int64_t High) { return {Low, High}; }
  static Range notZero() { return {Min, Max, true}; }
  static Range of(When On);

  /// What is surely, and what is perhaps, set in the number, as in a word of flags.
  uint64_t setBits() const { return isConstant() ? static_cast<uint64_t>(Low) : Bits; }
  uint64_t possibleBits() const;
  bool isEmpty() const { return Low > High || (NonZero && Low == 0 && High == 0); }
  bool isConstant() const { return Low == High; }
  bool isAll() const { return *this == Range(); }
  bool contains(int64_t N) const {
    return Low <= N && N <= High && !(NonZero && N == 0) && (uint64_t(N) & Bits) == Bits &&
           (uint64_t(N) & Clear) == 0;
  }
  bool mustBeNonZero() const { return !contains(0); }
  bool mustBeZero() const { return Low == 0 && High == 0; }

  Range intersect(Range Other) const;
  /// The smallest range that has both.
  Range join(Range Other) const;
  /// Like join, but a bound that moved goes to the next of -4095, 0, 4095, infinity: loops end.
  Range widen(Range Newer) const;

  friend auto operator<=>(const Range &, const Range &) = default;
};

/// What is left of a value in `Left` when `value Op Constant` is true.
Range constrain(Range Left, BinaryOp Op, int64_t Constant);

} // namespace lockorder
