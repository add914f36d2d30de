//===- Range.cpp - Which numbers a value may be -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Range.h"
#include "llvm/ADT/bit.h"
#include <algorithm>

namespace lockorder {
namespace {

inline void normalizeZero(Range &R) {
  if (R.NonZero && R.Low == 0)
    R.Low = 1;
  if (R.NonZero && R.High == 0)
    R.High = -1;
  if (R.Low > 0 || R.High < 0)
    R.NonZero = false; // implied
}

/// Few values are words of flags.
void normalizeBits(Range &R) {
  if (R.Low < 0)
    R.Bits = R.Clear = 0;
  if (R.Bits)
    R.Low = std::max(R.Low, static_cast<int64_t>(R.Bits));
  if (R.isConstant() && !R.contains(R.Low))
    R = {1, 0};
  if (R.isConstant())
    R.Bits = R.Clear = 0;
}

inline Range normalize(Range R) {
  if (R.Bits | R.Clear)
    normalizeBits(R);
  normalizeZero(R);
  return R;
}

/// All bits up to the first of a non-negative number.
uint64_t below(int64_t High) { return llvm::bit_ceil(static_cast<uint64_t>(High) + 1) - 1; }

} // namespace

uint64_t Range::possibleBits() const {
  if (isConstant())
    return static_cast<uint64_t>(Low);
  return Low < 0 ? ~uint64_t(0) : below(High) & ~Clear;
}

Range Range::of(When On) {
  switch (On) {
  case When::Always:
    return all();
  case When::Zero:
    return exactly(0);
  case When::NonZero:
    return notZero();
  case When::Negative:
    return between(Min, -1);
  case When::NonNegative:
    return between(0, Max);
  case When::Positive:
    return between(1, Max);
  }
  return all();
}

Range Range::intersect(Range Other) const {
  return normalize({std::max(Low, Other.Low), std::min(High, Other.High), NonZero || Other.NonZero,
                    Bits | Other.Bits, Clear | Other.Clear});
}

Range Range::join(Range Other) const {
  if (isEmpty())
    return Other;
  if (Other.isEmpty())
    return *this;
  bool WithoutZero = !contains(0) && !Other.contains(0);
  uint64_t Possible = possibleBits() | Other.possibleBits();
  return normalize({std::min(Low, Other.Low), std::max(High, Other.High), WithoutZero,
                    setBits() & Other.setBits(), below(std::max(High, Other.High)) & ~Possible});
}

Range Range::widen(Range Newer) const {
  Range Joined = join(Newer);
  constexpr int64_t Steps[] = {-4095, 0, 4095};
  if (Joined.Low < Low) {
    int64_t Bound = Min;
    for (int64_t Step : Steps)
      if (Step <= Joined.Low)
        Bound = Step;
    Joined.Low = Bound;
  }
  if (Joined.High > High) {
    int64_t Bound = Max;
    for (int64_t Step : {int64_t(4095), int64_t(0), int64_t(-1)})
      if (Step >= Joined.High)
        Bound = Step;
    Joined.High = Bound;
  }
  return normalize(Joined);
}

Range constrain(Range Left, BinaryOp Op, int64_t C) {
  switch (Op) {
  case BinaryOp::Eq:
    return Left.intersect(Range::exactly(C));
  case BinaryOp::Ne:
    if (C == 0)
      return Left.intersect(Range::notZero());
    if (Left.Low == C && C != Range::Max)
      return Left.intersect(Range::between(C + 1, Range::Max));
    if (Left.High == C && C != Range::Min)
      return Left.intersect(Range::between(Range::Min, C - 1));
    return Left;
  case BinaryOp::Lt:
    return C == Range::Min ? Range::between(1, 0)
                           : Left.intersect(Range::between(Range::Min, C - 1));
  case BinaryOp::Le:
    return Left.intersect(Range::between(Range::Min, C));
  case BinaryOp::Gt:
    return C == Range::Max ? Range::between(1, 0)
                           : Left.intersect(Range::between(C + 1, Range::Max));
  case BinaryOp::Ge:
    return Left.intersect(Range::between(C, Range::Max));
  default:
    return Left;
  }
}

} // namespace lockorder
