//===- Terms.cpp - Symbolic values and places -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Terms.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <optional>

namespace lockorder {

TermId TermTable::withoutFactors(TermId T) const {
  auto IsFactor = [&](TermId F) {
    return (*this)[F].Kind == TermKind::Int && (*this)[F].Number != 0;
  };
  for (;;) {
    const Term &Now = (*this)[T];
    if (Now.Kind != TermKind::Binary || static_cast<BinaryOp>(Now.Index) != BinaryOp::Mul)
      return T;
    if (IsFactor(Now.A))
      T = Now.B;
    else if (IsFactor(Now.B))
      T = Now.A;
    else
      return T;
  }
}

uint64_t TermTable::possibleBits(TermId T, unsigned Depth) const {
  const Term &Now = (*this)[T];
  if (Now.Kind == TermKind::Int)
    return static_cast<uint64_t>(Now.Number);
  bool Binary = Now.Kind == TermKind::Binary && Depth != 0;
  if (Binary && static_cast<BinaryOp>(Now.Index) == BinaryOp::And)
    return possibleBits(Now.A, Depth - 1) & possibleBits(Now.B, Depth - 1);
  if (Binary && static_cast<BinaryOp>(Now.Index) == BinaryOp::Or)
    return possibleBits(Now.A, Depth - 1) | possibleBits(Now.B, Depth - 1);
  return ~uint64_t(0);
}

/// Of the content alone: the same in each process. The depth comes first, so that a term is sorted
/// before those in which it occurs.
uint64_t TermTable::hashOf(const Term &T) const {
  auto Mix = [](uint64_t H, uint64_t V) {
    H = (H ^ V) * 0x9E3779B97F4A7C15u;
    return H ^ (H >> 32);
  };
  auto Named = [&](const std::vector<uint64_t> &Hashes) {
    return T.Index < Hashes.size() ? Hashes[T.Index] : T.Index;
  };
  uint64_t What =
      renamedIndex(T.Kind, T.Index,
                   llvm::makeVisitor([&](SymbolId) { return Named(Names.Symbols); },
                                     [&](FieldId) { return Named(Names.Fields); },
                                     [&](FunctionId) { return Named(Names.Functions); }));
  uint64_t H = Mix(uint64_t(T.Kind) + 1, What);
  H = Mix(Mix(H, T.A.order()), T.B.order());
  H = Mix(H, static_cast<uint64_t>(T.Number));
  unsigned Depth = 0;
  for (TermId Operand : {T.A, T.B})
    if (Operand)
      Depth = std::max(Depth, depth(Operand) + 1);
  return uint64_t(std::min(Depth, MaxDepth + 1)) << DepthShift | Mix(H, H >> 29) >> DepthBits;
}

std::pair<TermId, std::atomic<TermId> *> TermTable::look(const Slots &In, const Term &T,
                                                         uint64_t Hash) const {
  uint64_t Order = TermId(0, Hash).order();
  for (size_t I = Order & In.Mask;; I = (I + 1) & In.Mask) {
    TermId Here = In.At[I].load(std::memory_order_acquire);
    if (!Here || (Here.order() == Order && (*this)[Here] == T))
      return {Here, &In.At[I]};
  }
}

/// Who looks into the old slots meanwhile does not find what is added later, and asks again.
void TermTable::grow(size_t Count) {
  auto More = std::make_unique<Slots>(Count);
  if (const Slots *Old = Current.load(std::memory_order_relaxed))
    for (size_t I = 0; I <= Old->Mask; ++I)
      if (TermId Here = Old->At[I].load(std::memory_order_relaxed)) {
        size_t At = Here.order() & More->Mask;
        while (More->At[At].load(std::memory_order_relaxed))
          At = (At + 1) & More->Mask;
        More->At[At].store(Here, std::memory_order_relaxed);
      }
  Current.store(More.get(), std::memory_order_release);
  AllSlots.push_back(std::move(More));
}

TermTable::TermTable(const NameHashes &Names) : Names(Names) {
  grow(1024);
  AnyTerm = intern({TermKind::Any, 0, {}, {}, 0});
  AnyPlace = intern({TermKind::Deref, 0, AnyTerm, {}, 0});
}

/// Of a term itself; its operands add theirs.
static uint8_t traitsOf(TermKind Kind) {
  switch (Kind) {
  case TermKind::Param:
  case TermKind::Query: // the caller's to say
    return MentionsParam;
  case TermKind::Fresh:
    return MentionsFresh;
  case TermKind::Local:
    return MentionsLocal;
  case TermKind::Returned:
    return MentionsReturned;
  case TermKind::Any:
    return MentionsAny;
  case TermKind::Load:
    return MentionsMemory;
  case TermKind::Call:
    return MentionsMemory | MentionsFunction;
  case TermKind::Function:
    return MentionsFunction;
  default:
    return 0;
  }
}

TermId TermTable::intern(Term T) {
  uint64_t Hash = hashOf(T);
  if (TermId Id = look(*Current.load(std::memory_order_acquire), T, Hash).first)
    return Id;
  uint8_t Traits = traitsOf(T.Kind);
  uint16_t Size = 1;
  for (TermId Operand : {T.A, T.B})
    if (Operand) {
      Traits |= traits(Operand);
      Size = static_cast<uint16_t>(Size + Terms[Operand.index()].Size);
    }
  if (Hash >> DepthShift > MaxDepth || Size > MaxSize)
    return T.Kind >= TermKind::Local ? AnyPlace : AnyTerm;
  std::lock_guard Lock(Adding);
  const Slots &Last = *AllSlots.back();
  auto [Known, Free] = look(Last, T, Hash);
  if (Known) // another thread was faster
    return Known;
  TermId Id(static_cast<uint32_t>(Terms.append(T, Traits, Size)), Hash);
  Free->store(Id, std::memory_order_release);
  if (2 * Terms.size() > Last.Mask)
    grow(2 * (Last.Mask + 1));
  return Id;
}

TermId TermTable::addr(TermId Place) {
  const Term &T = (*this)[Place];
  if (T.Kind == TermKind::Deref)
    return T.A;
  return once(Terms[Place.index()].Turned, {TermKind::Addr, 0, Place, {}, 0});
}

TermId TermTable::deref(TermId Value) {
  const Term &T = (*this)[Value];
  if (T.Kind == TermKind::Addr)
    return T.A;
  return once(Terms[Value.index()].Turned, {TermKind::Deref, 0, Value, {}, 0});
}

TermId TermTable::member(TermId Place, FieldId F) {
  const Term &T = (*this)[Place];
  if (T.Kind == TermKind::Outer && T.Index == F.raw())
    return T.A;
  return intern({TermKind::Member, F.raw(), Place, {}, 0});
}

TermId TermTable::outer(TermId Place, FieldId F) {
  const Term &T = (*this)[Place];
  if (T.Kind == TermKind::Member && T.Index == F.raw())
    return T.A;
  return intern({TermKind::Outer, F.raw(), Place, {}, 0});
}

TermId TermTable::element(TermId Place, TermId Index) {
  // `array + i - 1`: steps of a pointer into the array. Two constant indexes are two dimensions.
  const Term T = (*this)[Place], Step = (*this)[Index];
  if (T.Kind == TermKind::Element) {
    const Term From = (*this)[T.B];
    if (Step.Kind == TermKind::Int && Step.Number == 0)
      return Place;
    if (From.Kind == TermKind::Int && From.Number == 0)
      return element(T.A, Index);
    if (From.Kind == TermKind::Int && Step.Kind == TermKind::Int && Step.Number < 0)
      return element(T.A, integer(From.Number + Step.Number));
  }
  return intern({TermKind::Element, 0, Place, Index, 0});
}

TermId TermTable::unary(UnaryOp Op, TermId A) {
  const Term T = (*this)[A];
  if (T.Kind == TermKind::Int)
    return integer(Op == UnaryOp::Not     ? T.Number == 0
                   : Op == UnaryOp::Minus ? static_cast<int64_t>(-static_cast<uint64_t>(T.Number))
                                          : ~T.Number);
  if (T.Kind == TermKind::Any)
    return A;
  return intern({TermKind::Unary, static_cast<uint32_t>(Op), A, {}, 0});
}

static std::optional<int64_t> fold(BinaryOp Op, int64_t A, int64_t B) {
  uint64_t X = static_cast<uint64_t>(A), Y = static_cast<uint64_t>(B);
  switch (Op) {
  case BinaryOp::Add:
    return static_cast<int64_t>(X + Y);
  case BinaryOp::Sub:
    return static_cast<int64_t>(X - Y);
  case BinaryOp::Mul:
    return static_cast<int64_t>(X * Y);
  case BinaryOp::Div:
  case BinaryOp::Rem:
    return std::nullopt;
  case BinaryOp::Shl:
    return Y < 64 ? std::optional(static_cast<int64_t>(X << Y)) : std::nullopt;
  case BinaryOp::Shr:
    return Y < 64 ? std::optional(static_cast<int64_t>(X >> Y)) : std::nullopt;
  case BinaryOp::And:
    return A & B;
  case BinaryOp::Or:
    return A | B;
  case BinaryOp::Xor:
    return A ^ B;
  case BinaryOp::Eq:
    return A == B;
  case BinaryOp::Ne:
    return A != B;
  case BinaryOp::Lt:
    return A < B;
  case BinaryOp::Le:
    return A <= B;
  case BinaryOp::Gt:
    return A > B;
  case BinaryOp::Ge:
    return A >= B;
  }
  return std::nullopt;
}

TermId TermTable::binary(BinaryOp Op, TermId A, TermId B) {
  const Term X = (*this)[A], Y = (*this)[B];
  if (X.Kind == TermKind::Int && Y.Kind == TermKind::Int)
    if (std::optional<int64_t> N = fold(Op, X.Number, Y.Number))
      return integer(*N);
  if (A == B && !(traits(A) & MentionsAny)) {
    if (Op == BinaryOp::Eq || Op == BinaryOp::Le || Op == BinaryOp::Ge)
      return integer(1);
    if (Op == BinaryOp::Ne || Op == BinaryOp::Lt || Op == BinaryOp::Gt)
      return integer(0);
  }
  // A bit that was set is set, and one that was masked out is not.
  if (Op == BinaryOp::And && Y.Kind == TermKind::Int && X.Kind == TermKind::Binary) {
    const Term Bits = (*this)[X.B];
    if (Bits.Kind == TermKind::Int) {
      auto Inner = static_cast<BinaryOp>(X.Index);
      if (Inner == BinaryOp::Or && (Bits.Number & Y.Number) == Y.Number)
        return B;
      if (Inner == BinaryOp::Or && (Bits.Number & Y.Number) == 0)
        return binary(Op, X.A, B);
      if (Inner == BinaryOp::And)
        return binary(Op, X.A, integer(Bits.Number & Y.Number));
    }
  }
  if (Y.Kind == TermKind::Int && Y.Number == 0) {
    if (Op == BinaryOp::And)
      return B;
    if (Op == BinaryOp::Or)
      return A;
  }
  // One spelling, also after a part of it was replaced.
  bool Symmetric = Op == BinaryOp::Eq || Op == BinaryOp::Ne;
  if (Symmetric && X.Kind != TermKind::Int && Y.Kind != TermKind::Int && B < A)
    std::swap(A, B);
  return intern({TermKind::Binary, static_cast<uint32_t>(Op), A, B, 0});
}

TermId TermTable::substitute(TermId T, llvm::function_ref<TermId(TermId)> Leaf,
                             llvm::function_ref<TermId(TermId)> Memory) {
  const Term Old = (*this)[T];
  switch (Old.Kind) {
  case TermKind::Int:
  case TermKind::Function:
  case TermKind::Global:
  case TermKind::Section:
  case TermKind::Sleep:
  case TermKind::Any:
    return T;
  case TermKind::Param:
  case TermKind::Query:
  case TermKind::Fresh:
  case TermKind::Returned:
  case TermKind::Local:
    return Leaf(T);
  default:
    break;
  }
  TermId A = Old.A ? substitute(Old.A, Leaf, Memory) : Old.A;
  TermId B = Old.B ? substitute(Old.B, Leaf, Memory) : Old.B;
  if (Old.Kind == TermKind::Load)
    if (TermId Now = Memory(A))
      return Now;
  return rebuild(T, A, B);
}

TermId TermTable::replace(TermId T, TermId From, TermId To) {
  if (T == From)
    return To;
  if (!mentions(T, From))
    return T;
  const Term Old = (*this)[T];
  return rebuild(T, Old.A ? replace(Old.A, From, To) : Old.A,
                 Old.B ? replace(Old.B, From, To) : Old.B);
}

/// The same term with other operands.
TermId TermTable::rebuild(TermId T, TermId A, TermId B) {
  const Term Old = (*this)[T];
  switch (Old.Kind) {
  case TermKind::Addr:
    return addr(A);
  case TermKind::Load:
    return load(A);
  case TermKind::Unary:
    return unary(static_cast<UnaryOp>(Old.Index), A);
  case TermKind::Binary:
    return binary(static_cast<BinaryOp>(Old.Index), A, B);
  case TermKind::Call:
    return call(FunctionId(Old.Index), A, B);
  case TermKind::Deref:
    return deref(A);
  case TermKind::Member:
    return member(A, FieldId(Old.Index));
  case TermKind::Element:
    return element(A, B);
  case TermKind::Outer:
    return outer(A, FieldId(Old.Index));
  default:
    return T;
  }
}

void TermTable::forEachFresh(TermId T, llvm::function_ref<void(TermId)> Visit) const {
  if (!(traits(T) & MentionsFresh))
    return;
  const Term &Now = (*this)[T];
  if (Now.Kind == TermKind::Fresh)
    Visit(T);
  if (Now.A)
    forEachFresh(Now.A, Visit);
  if (Now.B)
    forEachFresh(Now.B, Visit);
}

bool TermTable::isOneOfMany(TermId T) const {
  const Term &Now = (*this)[T];
  if (Now.Kind == TermKind::Element && (*this)[Now.B].Kind != TermKind::Int)
    return true;
  return (Now.A && isOneOfMany(Now.A)) || (Now.B && isOneOfMany(Now.B));
}

bool TermTable::mentions(TermId T, TermId Inner) const {
  if (T == Inner)
    return true;
  // Operands are less deep than what they occur in, and bring their traits along.
  if (depth(Inner) >= depth(T) || (traits(Inner) & ~traits(T)))
    return false;
  const Term &Now = (*this)[T];
  return (Now.A && mentions(Now.A, Inner)) || (Now.B && mentions(Now.B, Inner));
}

} // namespace lockorder
