//===- State.cpp - What is known at one point of one path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/State.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

State::Key State::key() const {
  std::vector<std::pair<TermId, LockMode>> Locks;
  for (const HeldLock &H : Held)
    Locks.push_back({H.Place, H.Mode});
  llvm::sort(Locks);
  std::vector<TermId> Regions;
  for (const IrqRegion &R : Irq)
    Regions.push_back(R.Flags);
  return {std::move(Locks), Dropped, Path, Pins, std::move(Regions), IrqClosed};
}

const HeldLock *State::held(TermId Place) const {
  auto It = llvm::find_if(llvm::reverse(Held), [&](auto &H) { return H.Place == Place; });
  return It == Held.rend() ? nullptr : &*It;
}

const ReleasedLock *State::released(TermId Place) const { return find(Released, Place); }

bool State::isDropped(TermId Place) const { return llvm::binary_search(Dropped, Place); }

bool State::isDoubtful(TermId Place) const {
  return llvm::any_of(Doubtful, [&](const DoubtfulLock &D) { return D.Place == Place; });
}

const ReleasedLock *find(const std::vector<ReleasedLock> &List, TermId Place) {
  auto At = llvm::lower_bound(List, Place, [](auto &R, TermId T) { return R.Place < T; });
  return At == List.end() || At->Place != Place ? nullptr : &*At;
}

void State::doubt(TermId Place, AcquisitionRef Suspect) {
  auto At = llvm::lower_bound(Doubtful, Place, [](auto &D, TermId T) { return D.Place < T; });
  if (At == Doubtful.end() || At->Place != Place)
    Doubtful.insert(At, {Place, Suspect});
  else if (!At->Suspect.Function)
    At->Suspect = Suspect;
}

static bool isArithmetic(BinaryOp Op) {
  return Op < BinaryOp::Eq && Op != BinaryOp::And && Op != BinaryOp::Or;
}

Range Valuation::binaryRange(const Term &T) const {
  if (isArithmetic(static_cast<BinaryOp>(T.Index)))
    return Range::all(); // nothing is said of it, and looking at its operands costs 2^depth
  Range A = rangeOf(T.A), B = rangeOf(T.B);
  switch (static_cast<BinaryOp>(T.Index)) {
  case BinaryOp::Eq:
    if (A.intersect(B).isEmpty())
      return Range::exactly(0);
    if (A.isConstant() && A == B)
      return Range::exactly(1);
    return Range::between(0, 1);
  case BinaryOp::Ne:
    if (A.intersect(B).isEmpty())
      return Range::exactly(1);
    if (A.isConstant() && A == B)
      return Range::exactly(0);
    return Range::between(0, 1);
  case BinaryOp::Lt:
    return A.High < B.Low    ? Range::exactly(1)
           : A.Low >= B.High ? Range::exactly(0)
                             : Range::between(0, 1);
  case BinaryOp::Le:
    return A.High <= B.Low  ? Range::exactly(1)
           : A.Low > B.High ? Range::exactly(0)
                            : Range::between(0, 1);
  case BinaryOp::Gt:
    return A.Low > B.High    ? Range::exactly(1)
           : A.High <= B.Low ? Range::exactly(0)
                             : Range::between(0, 1);
  case BinaryOp::Ge:
    return A.Low >= B.High  ? Range::exactly(1)
           : A.High < B.Low ? Range::exactly(0)
                            : Range::between(0, 1);
  case BinaryOp::And:
    if ((A.possibleBits() & B.possibleBits()) == 0 ||
        (Terms.possibleBits(T.A) & Terms.possibleBits(T.B)) == 0)
      return Range::exactly(0);
    if (B.isConstant() && B.Low >= 0 && A.Low >= 0 && A.High <= B.Low)
      return A; // a mask that keeps all of it: the promotion of a small unsigned type
    if (B.Low >= 0)
      return (A.setBits() & B.setBits()) != 0 ? Range::between(1, B.High)
                                              : Range::between(0, B.High);
    return Range::all();
  case BinaryOp::Or: {
    Range R = A.mustBeNonZero() || B.mustBeNonZero() ? Range::notZero() : Range::all();
    if (A.Low >= 0 && B.Low >= 0) {
      R.Low = std::max(A.Low, B.Low);
      R.NonZero = false;
      R.Bits = A.setBits() | B.setBits();
    }
    return R;
  }
  default:
    return Range::all();
  }
}

Range Valuation::rangeOf(TermId Value) const {
  const Term T = Terms[Value];
  Range R;
  switch (T.Kind) {
  case TermKind::Int:
    return Range::exactly(T.Number);
  case TermKind::Function:
  case TermKind::Addr:
    return Range::between(1, Range::Max);
  case TermKind::Any:
    return Range::all();
  case TermKind::Unary:
    if (static_cast<UnaryOp>(T.Index) == UnaryOp::Not) {
      Range A = rangeOf(T.A);
      R = A.mustBeZero()      ? Range::exactly(1)
          : A.mustBeNonZero() ? Range::exactly(0)
                              : Range::between(0, 1);
    } else if (static_cast<UnaryOp>(T.Index) == UnaryOp::Minus) {
      Range A = rangeOf(T.A);
      if (A.Low != Range::Min && A.High != Range::Min)
        R = {-A.High, A.Low == Range::Min ? Range::Max : -A.Low, A.NonZero};
    }
    break;
  case TermKind::Binary:
    R = binaryRange(T);
    break;
  default:
    break;
  }
  auto It = S.Facts.find(Value);
  return It == S.Facts.end() ? R : R.intersect(It->second);
}

bool Valuation::restrict(TermId Value, Range To) {
  Range Now = rangeOf(Value).intersect(To);
  if (Now.isEmpty())
    return false;
  TermKind Kind = Terms[Value].Kind;
  if (Kind != TermKind::Int && Kind != TermKind::Any && Kind != TermKind::Addr &&
      Kind != TermKind::Function && !Now.isAll())
    S.Facts[Value] = Now;
  return true;
}

/// A range has no holes but 0: other numbers that a value is not are facts of their own.
bool Valuation::restrictToConstant(TermId Value, Range Now, BinaryOp Stated, int64_t C) {
  if (Stated == BinaryOp::Eq || Stated == BinaryOp::Ne) {
    TermId Equal = Terms.binary(BinaryOp::Eq, Value, Terms.integer(C));
    auto Known = S.Facts.find(Equal);
    if (Stated == BinaryOp::Eq && Known != S.Facts.end() && Known->second.mustBeZero())
      return false;
    bool Inside = Stated == BinaryOp::Ne && C != 0 && Now.Low < C && C < Now.High;
    if (Inside && Terms[Equal].Kind == TermKind::Binary)
      S.Facts[Equal] = Range::exactly(0);
  }
  return restrict(Value, constrain(Now, Stated, C));
}

static BinaryOp negate(BinaryOp Op) {
  switch (Op) {
  case BinaryOp::Eq:
    return BinaryOp::Ne;
  case BinaryOp::Ne:
    return BinaryOp::Eq;
  case BinaryOp::Lt:
    return BinaryOp::Ge;
  case BinaryOp::Le:
    return BinaryOp::Gt;
  case BinaryOp::Gt:
    return BinaryOp::Le;
  case BinaryOp::Ge:
    return BinaryOp::Lt;
  default:
    return Op;
  }
}

static BinaryOp mirror(BinaryOp Op) {
  switch (Op) {
  case BinaryOp::Lt:
    return BinaryOp::Gt;
  case BinaryOp::Le:
    return BinaryOp::Ge;
  case BinaryOp::Gt:
    return BinaryOp::Lt;
  case BinaryOp::Ge:
    return BinaryOp::Le;
  default:
    return Op;
  }
}

bool Valuation::assume(TermId Condition, bool True) {
  Condition = Terms.withoutFactors(Condition);
  const Term T = Terms[Condition];
  if (T.Kind == TermKind::Unary && static_cast<UnaryOp>(T.Index) == UnaryOp::Not)
    return assume(T.A, !True);
  if (T.Kind == TermKind::Binary) {
    auto Op = static_cast<BinaryOp>(T.Index);
    if (Op >= BinaryOp::Eq) {
      BinaryOp Stated = True ? Op : negate(Op);
      Range Left = rangeOf(T.A), Right = rangeOf(T.B);
      if (Right.isConstant()) {
        // A comparison with 0 of a comparison is that comparison, or its opposite.
        if (Right.Low == 0 && (Stated == BinaryOp::Ne || Stated == BinaryOp::Eq)) {
          TermKind Kind = Terms[T.A].Kind;
          if (Kind == TermKind::Binary || Kind == TermKind::Unary)
            return assume(T.A, Stated == BinaryOp::Ne);
        }
        return restrictToConstant(T.A, Left, Stated, Right.Low);
      }
      if (Left.isConstant())
        return restrict(T.B, constrain(Right, mirror(Stated), Left.Low));
      // Two unknowns: remember the comparison itself, in one spelling.
      bool Positive = Stated == BinaryOp::Eq || Stated == BinaryOp::Lt || Stated == BinaryOp::Gt;
      BinaryOp Canonical = Positive ? Stated : negate(Stated);
      TermId A = T.A, B = T.B;
      if (Canonical == BinaryOp::Gt) {
        std::swap(A, B);
        Canonical = mirror(Canonical);
      }
      TermId Fact = Terms.binary(Canonical, A, B);
      return restrict(Fact, Range::exactly(Positive));
    }
  }
  return restrict(Condition, True ? Range::notZero() : Range::exactly(0));
}

TermId Joiner::phi(uint32_t At, TermId Place) {
  auto [It, New] = Phis.try_emplace({At, Place});
  if (New)
    It->second = Terms.fresh(PhiBase + static_cast<uint32_t>(Phis.size()));
  return It->second;
}

/// The value of a place in a state: what was stored, or what it was on entry.
static TermId read(TermTable &Terms, const State &S, TermId Place) {
  auto It = S.Store.find(Place);
  return It != S.Store.end() ? It->second : Terms.load(Place);
}

JoinResult Joiner::join(State &Older, State &Newer, uint32_t At, bool Hurry) {
  JoinResult Result;
  std::vector<TermId> Differing;
  auto Compare = [&](TermId Place) {
    if (read(Terms, Older, Place) != read(Terms, Newer, Place))
      Differing.push_back(Place);
  };
  for (const auto &[Place, Value] : Older.Store)
    Compare(Place);
  for (const auto &[Place, Value] : Newer.Store)
    if (!Older.Store.contains(Place))
      Compare(Place);

  // A loop went round: the symbols of this block get new meanings.
  for (TermId Place : Differing) {
    TermId Phi = phi(At, Place);
    bool Spoken = llvm::any_of(Newer.Held, [&](auto &H) { return Terms.mentions(H.Place, Phi); }) ||
                  llvm::any_of(Newer.Dropped, [&](TermId D) { return Terms.mentions(D, Phi); });
    if (Spoken && read(Terms, Newer, Place) != Phi) {
      makeStale(Terms, Newer, Phi);
      Result.Rekeyed = true;
    }
  }
  if (Result.Rekeyed)
    return Result;

  Valuation OldValues(Terms, Older), NewValues(Terms, Newer);
  Range Results = Older.Result ? OldValues.rangeOf(Older.Result) : Range::all();
  Results = Results.join(Newer.Result ? NewValues.rangeOf(Newer.Result) : Range::all());
  std::vector<std::pair<TermId, Range>> PhiFacts;
  for (TermId Place : Differing) {
    TermId Phi = phi(At, Place);
    TermId Old = read(Terms, Older, Place), New = read(Terms, Newer, Place);
    bool First = Old != Phi;
    Range Before = OldValues.rangeOf(Old), Now = NewValues.rangeOf(New);
    Range After = First ? Before.join(Now) : Before.widen(Now);
    if (Hurry && !First && After != Before)
      After = Range::all();
    Result.Changed |= First || After != Before;
    PhiFacts.push_back({Phi, After});
    Older.Store[Place] = Phi;
  }
  auto IsPhi = [&](TermId Value) {
    return llvm::any_of(PhiFacts, [&](auto &E) { return E.first == Value; });
  };
  for (auto It = Older.Facts.begin(); It != Older.Facts.end();) {
    if (IsPhi(It->first)) { // in `Newer` it still has its former meaning
      ++It;
      continue;
    }
    Range Before = It->second, Now = Before.widen(NewValues.rangeOf(It->first));
    if (Now == Before) {
      ++It;
      continue;
    }
    Result.Changed = true;
    if (Now.isAll() || Hurry) {
      It = Older.Facts.erase(It);
    } else {
      It->second = Now;
      ++It;
    }
  }
  for (auto [Phi, R] : PhiFacts) {
    if (R.isAll())
      Older.Facts.erase(Phi);
    else
      Older.Facts[Phi] = R;
  }
  if (Older.Result != Newer.Result && Older.Returned) {
    TermId Phi = phi(At, TermId());
    Older.Result = Phi;
    if (!Results.isAll())
      Older.Facts[Phi] = Results;
  }
  for (size_t I = 0; I != Older.Held.size() && I != Newer.Held.size(); ++I) {
    Older.Held[I].Guessed |= Newer.Held[I].Guessed;
    if (!Older.Held[I].Suspect.Function)
      Older.Held[I].Suspect = Newer.Held[I].Suspect;
  }
  // Only what happened on both ways has surely happened.
  auto Intersect = [&](std::vector<ReleasedLock> &Mine, const std::vector<ReleasedLock> &Other) {
    size_t Before = Mine.size();
    llvm::erase_if(Mine, [&](const ReleasedLock &R) {
      return llvm::none_of(Other, [&](const ReleasedLock &O) { return O.Place == R.Place; });
    });
    Result.Changed |= Mine.size() != Before;
  };
  Result.Changed |= Older.LastReference && !Newer.LastReference;
  Older.LastReference &= Newer.LastReference;
  Intersect(Older.Released, Newer.Released);
  // That the caller has to hold it, one way is enough to suspect; paths that are followed alone
  // tell.
  for (const ReleasedLock &R : Newer.Retaken)
    if (!find(Older.Retaken, R.Place)) {
      Older.Retaken.insert(llvm::lower_bound(Older.Retaken, R.Place,
                                             [](auto &Mine, TermId T) { return Mine.Place < T; }),
                           R);
      Result.Changed = true;
    }
  for (const DoubtfulLock &D : Newer.Doubtful) {
    Result.Changed |= !Older.isDoubtful(D.Place);
    Older.doubt(D.Place, D.Suspect);
  }
  if (Newer.ReturnedAt < Older.ReturnedAt)
    Older.ReturnedAt = Newer.ReturnedAt;
  return Result;
}

void makeStale(TermTable &Terms, State &S, TermId Fresh) {
  TermId Stale = Terms.fresh(Terms[Fresh].Index | StaleBase);
  auto Leaf = [&](TermId T) { return T == Fresh ? Stale : T; };
  auto Memory = [](TermId) { return TermId(); };
  auto Rewrite = [&](TermId T) {
    return Terms.traits(T) & MentionsFresh ? Terms.substitute(T, Leaf, Memory) : T;
  };
  for (HeldLock &H : S.Held)
    H.Place = Rewrite(H.Place);
  for (TermId &D : S.Dropped)
    D = Rewrite(D);
  llvm::sort(S.Dropped);
  for (IrqRegion &R : S.Irq) {
    if (R.Flags)
      R.Flags = Rewrite(R.Flags);
    if (R.Lock)
      R.Lock = Rewrite(R.Lock);
  }
  for (std::vector<ReleasedLock> *List : {&S.Released, &S.Retaken})
    llvm::erase_if(*List, [&](const ReleasedLock &R) { return Terms.mentions(R.Place, Fresh); });
  llvm::erase_if(S.Doubtful, [&](const DoubtfulLock &D) { return Terms.mentions(D.Place, Fresh); });
  FlatMap<TermId, TermId> Store;
  // Where the twin is spoken of already, from an earlier turn, that stays.
  auto Keep = [&](auto &List, TermId Key, auto Value) {
    TermId Now = Rewrite(Key);
    if (auto [It, New] = List.try_emplace(Now, Value); !New && Now == Key)
      It->second = Value;
  };
  for (auto [Place, Value] : S.Store)
    Keep(Store, Place, Rewrite(Value));
  S.Store = std::move(Store);
  FlatMap<TermId, Range> Facts;
  for (auto [Value, R] : S.Facts)
    Keep(Facts, Value, R);
  S.Facts = std::move(Facts);
  if (S.Result)
    S.Result = Rewrite(S.Result);
}

} // namespace lockorder
