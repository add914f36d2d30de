//===- Summarize.cpp - What a caller gets to know of a function -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The states at the returns become outcomes, what was taken on the way becomes what is offered, and
// what only this function can name becomes "any".
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// Whether it only reads: no memory but its own locals changes, in it or in what it calls.
bool Interpreter::isPure() const {
  if (Result.Outcomes.empty())
    return false;
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events) {
      if (const auto *Assign = std::get_if<AssignEvent>(&E)) {
        NodeId Place = Assign->Target;
        while (F.Nodes[Place.index()].Kind == Op::Member ||
               F.Nodes[Place.index()].Kind == Op::Element)
          Place = F.Nodes[Place.index()].A;
        if (F.Nodes[Place.index()].Kind != Op::Var)
          return false;
      } else if (const auto *Call = std::get_if<CallEvent>(&E)) {
        Targets To = P.targets(F, *Call);
        if (To.How != Targets::State::Direct || To.Functions.size() != 1 ||
            Facts.Leaves.endsAt(To.Functions.front(), F) ||
            !Facts.summary(To.Functions.front()).Pure)
          return false;
      } else if (const auto *Api = std::get_if<ApiEvent>(&E)) {
        for (const Effect &What : Api->Effects)
          if (What.Kind != EffectKind::AssertHeld && What.Kind != EffectKind::Sleep)
            return false;
      }
    }
  return true;
}

/// An acquisition with fewer locks dropped shows callers every order that one with more does.
void Interpreter::dropSubsumed() {
  auto Effect = [&](uint32_t I) {
    const Acquisition &A = Result.Acquired[I];
    return std::tuple(A.Place, A.Kind, A.Mode, A.How, A.Subclass);
  };
  std::map<decltype(Effect(0)), std::vector<uint32_t>> Groups;
  for (uint32_t I : Result.Offered)
    Groups[Effect(I)].push_back(I);
  Result.Offered.clear();
  for (auto &[Key, Group] : Groups) {
    std::vector<uint32_t> Left;
    llvm::copy_if(Group, std::back_inserter(Left), [&](uint32_t I) {
      const std::vector<TermId> &Mine = Result.Acquired[I].Dropped;
      return llvm::none_of(Group, [&](uint32_t Other) {
        const std::vector<TermId> &Theirs = Result.Acquired[Other].Dropped;
        const Acquisition &A = Result.Acquired[I], &B = Result.Acquired[Other];
        bool Safer = (B.IrqOff && !A.IrqOff) || (B.BhOff && !A.BhOff);
        Safer |= B.InHardirq != A.InHardirq || B.InSoftirq != A.InSoftirq;
        bool Same = B.IrqOff == A.IrqOff && B.BhOff == A.BhOff;
        return Other != I && B.Given.empty() && !Safer && B.Pointers <= A.Pointers &&
               (Theirs.size() < Mine.size() || (!Same && Theirs.size() == Mine.size())) &&
               std::includes(Mine.begin(), Mine.end(), Theirs.begin(), Theirs.end());
      });
    });
    // In the VFS one lock is offered after hundreds of different sets of releases.
    if (Left.size() > MaxDroppedSets) {
      llvm::sort(Left, [&](uint32_t A, uint32_t B) {
        const Acquisition &Mine = Result.Acquired[A], &Theirs = Result.Acquired[B];
        return std::tuple(Mine.Dropped.size(), believability(Mine), A) <
               std::tuple(Theirs.Dropped.size(), believability(Theirs), B);
      });
      Left.resize(MaxDroppedSets);
    }
    llvm::append_range(Result.Offered, Left);
  }
}

/// `*p` or `p->member` of a parameter: what a caller may have passed a local for.
bool Interpreter::isOutParameter(TermId Place) const {
  const Term *T = &Terms[Place];
  if (T->Kind == TermKind::Member)
    T = &Terms[T->A];
  return T->Kind == TermKind::Deref && Terms[T->A].Kind == TermKind::Param;
}

/// What the path knows of a value that only it can name, but that it leaves behind.
void Interpreter::tellAfter(const State &S, TermId Place, TermId Value, Outcome &O) const {
  for (const auto &[Known, R] : S.Facts) {
    const Term &T = Terms[Known];
    if (Known == Value)
      O.After.push_back({Place, BinaryOp::Or, 0, R});
    if (T.Kind == TermKind::Binary && T.A == Value && Terms[T.B].Kind == TermKind::Int)
      O.After.push_back({Place, static_cast<BinaryOp>(T.Index), Terms[T.B].Number, R});
  }
}

/// Another way to one effect. A witness has to hold whenever the offer does, so ways with different
/// conditions are offered each, up to a few.
void Interpreter::offer(std::vector<uint32_t> &Ways, uint32_t I) {
  Acquisition &A = Result.Acquired[I];
  for (uint32_t &Way : Ways) {
    Acquisition &B = Result.Acquired[Way];
    Conditions Both = A.Given;
    weaken(Both, B.Given.get());
    bool Mine = Both == A.Given.get(), Theirs = Both == B.Given.get();
    if (Mine && (!Theirs || believability(A) < believability(B)))
      Way = I;
    if (Mine || Theirs)
      return;
  }
  constexpr size_t MaxWays = 3;
  if (Ways.size() < MaxWays) {
    Ways.push_back(I);
    return;
  }
  Acquisition &Last = Result.Acquired[Ways.back()];
  weaken(A.Given, Last.Given);
  Last.Given = A.Given;
  if (believability(A) < believability(Last))
    Ways.back() = I;
}

/// The function takes no lock of that class.
bool Interpreter::isOnlyGivenBack(TermId Place) {
  ClassId Class = classOf(Place, 0);
  return Class && llvm::none_of(Result.Acquired, [&](const Acquisition &A) {
           return classOf(A.Place, A.Subclass) == Class;
         });
}

/// Only what calls nothing hands sections over, as the two ends of a guard() do, and wrappers of
/// primitives. If all functions did, solving would take ten times longer.
static bool handsSectionsOver(const Function &F) {
  return llvm::none_of(F.Blocks, [](const Block &B) {
    return llvm::any_of(B.Events,
                        [](const Event &E) { return std::holds_alternative<CallEvent>(E); });
  });
}

/// The exits become outcomes; what is only known here becomes "any".
void Interpreter::finish() {
  judgeBalance();
  if (EachPath)
    return;
  auto Distinguishes = [&](TermId Value, Range R, const State &Self) {
    if (Terms.traits(Value) & (MentionsFresh | MentionsLocal | MentionsAny))
      return false;
    return llvm::any_of(Exits, [&](auto &Other) {
      return &Other.second != &Self && Valuation(Terms, const_cast<State &>(Other.second))
                                           .rangeOf(Value)
                                           .intersect(R)
                                           .isEmpty();
    });
  };
  for (auto &[Key, S] : Exits) {
    Outcome O;
    std::vector<std::pair<TermId, TermId>> HandedOut; // value here -> its name for callers
    auto HandOut = [&](TermId Value, TermId Name) {
      if (Terms.traits(Value) & MentionsFresh)
        HandedOut.push_back({Value, Name});
    };
    if (S.Result)
      HandOut(S.Result, Terms.returned(TermId()));
    for (auto [Place, Value] : S.Store)
      if (isOutParameter(Place) && O.Writes.size() != MaxWrites) {
        O.Writes.push_back({Place, exportedValue(Value)});
        if (O.Writes.back().second == Terms.any())
          HandOut(Value, Terms.returned(Place));
        if (Terms[Value].Kind != TermKind::Int)
          tellAfter(S, Place, Value, O);
      }
    llvm::stable_sort(HandedOut, [&](auto &A, auto &B) { // the whole before its parts
      return Terms.depth(A.first) > Terms.depth(B.first);
    });
    const bool Over = handsSectionsOver(F);
    std::set<TermId> Sections; // else of these, callers only learn that they cannot know
    for (HeldLock H : S.Held) {
      if (H.Guessed || H.Stated)
        continue; // perhaps given back by something that was not seen; or the caller's
      if (!Over && Terms.isSection(H.Place)) {
        Sections.insert(H.Place);
        continue;
      }
      for (auto [Value, Name] : HandedOut)
        H.Place = Terms.replace(H.Place, Value, Name);
      H.Place = exported(H.Place);
      O.Held.push_back(H);
    }
    for (TermId D : S.Dropped)
      if (!Over && Terms.isSection(D))
        Sections.insert(D);
      else
        O.Dropped.push_back(exported(D));
    for (TermId Each : Sections)
      O.Doubtful.push_back({Each, {}});
    llvm::sort(O.Dropped);
    for (const DoubtfulLock &D : S.Doubtful)
      if (TermId Outside = exported(D.Place); isCertain(Outside) || isOnlyGivenBack(Outside))
        O.Doubtful.push_back({Outside, D.Suspect});
    for (const IrqRegion &R : S.Irq)
      O.IrqOpened.push_back(R.Flags ? Terms.any() : TermId());
    O.IrqClosed = S.IrqClosed;
    if (Exits.size() > 1)
      for (auto &[Value, R] : S.Facts)
        if (Distinguishes(Value, R, S))
          O.Given.push_back({Value, R});
    if (S.Result) {
      O.Returns = Valuation(Terms, S).rangeOf(S.Result);
      if (!(Terms.traits(S.Result) & (MentionsFresh | MentionsLocal | MentionsAny)))
        O.Result = S.Result;
      else if (Terms[S.Result].Kind == TermKind::Fresh)
        tellAfter(S, TermId(), S.Result, O);
      TermId From = Terms[S.Result].Kind == TermKind::Load ? Terms[S.Result].A : TermId();
      if (From && Terms[From].Kind == TermKind::Local)
        for (auto [Place, Value] : S.Store)
          if (TermId Member = rebase(Place, From, Terms.anyPlace()); Member && Place != From)
            if (TermId Outside = exportedValue(Value); Outside != Terms.any())
              O.Members.push_back({Member, Outside});
    }
    Result.Outcomes.push_back(std::move(O));
  }
  if (Exits.empty())
    Result.Enables = {}; // panic(): nobody goes on with interrupts on
  settleOutcomes();
  Result.Pure = isPure();
  // Callers need one acquisition for each effect; a witness prefers the most direct way.
  std::map<std::vector<uint64_t>, std::vector<uint32_t>> Best;
  for (uint32_t I = 0; I != Result.Acquired.size(); ++I) {
    if (!Current[I])
      continue;
    Acquisition &A = Result.Acquired[I];
    A.Place = exported(A.Place);
    for (TermId &D : A.Dropped)
      D = exported(D);
    llvm::sort(A.Dropped);
    A.Dropped.erase(std::unique(A.Dropped.begin(), A.Dropped.end()), A.Dropped.end());
    if (A.Place == Terms.anyPlace() || Terms.isSection(A.Place) || A.Stated)
      continue;
    std::vector<uint64_t> Key{A.Place.bits(), uint64_t(A.Kind), uint64_t(A.Mode), uint64_t(A.How),
                              uint64_t(uint32_t(A.Subclass)) << 8 | uint64_t(A.IrqClosed) << 4 |
                                  A.InHardirq << 3 | A.InSoftirq << 2 | A.IrqOff << 1 | A.BhOff};
    for (TermId D : A.Dropped)
      Key.push_back(D.bits());
    offer(Best[std::move(Key)], I);
  }
  for (auto &[Key, Ways] : Best)
    llvm::append_range(Result.Offered, Ways);
  dropSubsumed();
  llvm::sort(Result.Offered);
}

} // namespace lockorder
