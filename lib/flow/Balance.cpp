//===- Balance.cpp - What is taken and not given back, and the reverse -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ways to return fall into buckets: failure (a negative result), other results, none. A function
// may return with a lock in every case (a wrapper) or whenever it succeeds; what is claimed is
//
//   kept at failure       it fails with the lock, and nothing else returns with it, or another
//                         failure returns without it
//   kept on some returns  another return of the same bucket has given it back
//   given back unheld     a release that ends what this function took on one path, on another path
//                         finds nothing taken
//   given back twice
//
// If both too much and too little is given back of one lock, then most likely two conditions belong
// together that this analysis does not understand: such claims say so (Contradicted). A caller that
// gives back what a failure kept excuses it (Notes::Excused).
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

/// Some pass to others what they took, by design.
bool balances(LockKind Kind) { return Kind != LockKind::Other; }

} // namespace

/// What was passed decides, not what is found in memory on the way: the caller chose.
bool Interpreter::parametersTellApart(const Conditions &A, const Conditions &B) const {
  return contradict(A, B, [&](TermId T) { return !(Terms.traits(T) & MentionsMemory); });
}

/// Something that the caller may know differs: what was passed, or memory it leads to.
bool Interpreter::entryFactsDiffer(const State &A, const State &B) const {
  return llvm::any_of(A.Facts, [&](const auto &Mine) {
    auto Theirs = B.Facts.find(Mine.first);
    return Theirs != B.Facts.end() &&
           !(Terms.traits(Mine.first) & (MentionsFresh | MentionsLocal)) &&
           Mine.second.intersect(Theirs->second).isEmpty();
  });
}

/// Module init and exit, initcalls and the like: nothing comes after them that could give it back.
bool Interpreter::isThreadEnd() const { return P.rootOf(Self) != nullptr; }

/// The locked object stands where the caller finds it: `ac->inode = inode`.
bool Interpreter::isHandedOver(const State &S, TermId Lock) const {
  TermId Object = Terms.outermost(Lock);
  if (Terms[Object].Kind != TermKind::Deref)
    return false;
  return llvm::any_of(S.Store, [&, Pointer = Terms[Object].A](const auto &Stored) {
    return Stored.second == Pointer && (Terms.traits(Stored.first) & MentionsParam) &&
           !(Terms.traits(Stored.first) & MentionsLocal);
  });
}

void Interpreter::claim(BalanceEvent E) {
  E.In = Self;
  E.Class = Facts.Classes->classOf(E.Place, 0, true);
  bool Known = llvm::any_of(Balances, [&](const BalanceEvent &Old) {
    return Old.Kind == E.Kind && Old.Place == E.Place && Old.Where == E.Where;
  });
  if (!Known)
    Balances.push_back(std::move(E));
}

/// One for the other, as switch_hrtimer_base() does, or one that has two names.
bool Interpreter::gaveAnotherBack(const State &S, TermId Place) const {
  ClassId Class = Facts.Classes->classOf(Place, 0, true);
  return Class && llvm::any_of(S.Dropped, [&](TermId D) {
           return Facts.Classes->classOf(D, 0, true) == Class;
         });
}

/// A section that began with a lock which is held, too: one claim is enough. Or which a call has
/// given back: spin_unlock_bh() there has ended the section as well (sections stay inside their
/// function).
bool Interpreter::cameWithLock(const State &S, const HeldLock &Section) const {
  if (!Terms.isSection(Section.Place))
    return false;
  const Site Where = Result.Acquired[Section.Acquired].Where;
  return llvm::any_of(Result.Acquired, [&](const Acquisition &A) {
    if (A.Where != Where || Terms.isSection(A.Place) || Terms.isSleep(A.Place))
      return false;
    const ReleasedLock *Back = S.released(A.Place);
    return S.held(A.Place) || (Back && Back->ByCall);
  });
}

/// Of sections inside each other, a callee has ended some: nobody knows how many are left.
bool Interpreter::mayHaveEnded(const State &S, TermId Section) const {
  return Terms.isSection(Section) && S.isDoubtful(Section);
}

void Interpreter::judgeExits(TermId Place) {
  std::vector<State *> With, Without;
  for (auto &[Key, S] : Exits)
    (S.held(Place) ? With : Without).push_back(&S);
  auto ResultOf = [&](State &S) {
    return S.Result ? Valuation(Terms, S).rangeOf(S.Result) : Range::all();
  };
  auto Fails = [&](State &S) { return S.Result && ResultOf(S).High < 0; };
  bool OnlyFailures = llvm::all_of(With, [&](State *S) { return Fails(*S); });
  bool IsNumber = llvm::any_of(Without, [&](State *Other) { // 0: success, of no pointer
    return Other->Result && ResultOf(*Other).mustBeZero();
  });
  bool InDoubt = DoubtedSections.contains(Place) ||
                 llvm::any_of(Without, [&](State *Other) { return Other->isDoubtful(Place); });
  for (State *S : With) {
    const HeldLock &H = *S->held(Place);
    if (H.Guessed || H.Stated || H.Suspect.Function || !balances(H.Kind) ||
        gaveAnotherBack(*S, Place) || cameWithLock(*S, H) || mayHaveEnded(*S, Place))
      continue;
    BalanceEvent E;
    E.Place = Place;
    E.Acquired = H.Acquired;
    E.Lock = H.Kind;
    E.Where = S->ReturnedAt;
    E.HandedOver = isHandedOver(*S, Place);
    if (isThreadEnd()) {
      E.Kind = BalanceKind::HeldAtEnd;
      claim(E);
      continue;
    }
    // Here others come that called what gave it back, of all that a call does: a state machine.
    bool OneReturn = llvm::any_of(Without, [&](State *Other) {
      const ReleasedLock *Back = Other->released(Place);
      return Back && Back->ByCall && Other->ReturnedAt == S->ReturnedAt;
    });
    std::optional<BalanceEvent> Best;
    for (State *Other : Without) {
      if (Other->isDoubtful(Place))
        continue;
      const ReleasedLock *Back = Other->released(Place);
      E.Other = Back ? Back->Where : Site();
      if (Fails(*S)) {
        // Success with the lock: a wrapper, which should fail without it every time.
        if (!OnlyFailures && !Fails(*Other))
          continue;
        E.Kind = BalanceKind::HeldAtFailure;
        E.Loose = false;
        E.Vague = !Back;
      } else {
        // A caller that sees this result cannot know that the lock was kept.
        Range Mine = ResultOf(*S), Theirs = ResultOf(*Other);
        bool Apart = S->Result && Mine.intersect(Theirs).isEmpty();
        // `if (err) return err;` of a callee that nobody knows: most likely a failure.
        bool PerhapsFails =
            Apart && Mine.mustBeNonZero() && Mine.Low < 0 && Mine.High > 0 && Theirs.mustBeZero();
        if ((!Back && EachPath) || (Apart && !PerhapsFails))
          continue;
        E.Loose = !Back; // where paths were joined, one of them may have given it back
        E.Kind = PerhapsFails ? BalanceKind::HeldAtFailure : BalanceKind::HeldAtReturn;
        E.Chosen =
            OneReturn || (S->ReturnedAt == Other->ReturnedAt && entryFactsDiffer(*S, *Other));
        // A valid pointer, or `ERR_PTR(err)` of an unknown number: most likely a failure, too.
        bool OtherFails = S->Result && Theirs.mustBeNonZero() && Theirs.Low < 0 &&
                          (Mine.Low >= 0 || Mine.contains(0));
        // `if (err) goto` on both: two failures, one with the lock.
        bool BothFail = S->Result && IsNumber && Mine.mustBeNonZero() && Mine.Low < 0 &&
                        Theirs.Low < 0 && !Theirs.isAll() && Back;
        E.Vague = PerhapsFails || OtherFails || InDoubt ||
                  (S->Result && !BothFail && (Mine.isAll() || Mine.intersect(Theirs) != Mine)) ||
                  parametersTellApart(entryFacts(*S), entryFacts(*Other));
      }
      // It returns with another lock instead: a success of another sort.
      E.Vague |= llvm::any_of(Other->Held, [&](const HeldLock &Theirs) {
        return (!S->held(Theirs.Place) || isVague(Theirs.Place)) && !Theirs.Guessed;
      });
      auto Doubt = [](const BalanceEvent &Of) { return std::tuple(Of.Loose, Of.Vague, Of.Chosen); };
      if (!Best || Doubt(E) < Doubt(*Best))
        Best = E;
      if (!Best->Vague && !Best->Loose && !Best->Chosen)
        break;
    }
    if (Best)
      claim(*Best);
  }
}

void Interpreter::judgeReleases(const std::set<TermId> &Kept) {
  for (auto &[Key, Seen] : Releases) {
    auto [Place, Where] = Key;
    bool WithLock = Terms.isSection(Place) && llvm::any_of(Releases, [&](auto &Other) {
                      return Other.first.second == Where && !Terms.isSection(Other.first.first);
                    });
    if (WithLock || !balances(Seen.Kind) || (Relocked.contains(Place) && !Seen.Unheld))
      continue;
    BalanceEvent E;
    E.Place = Place;
    E.Acquired = Seen.Acquired;
    E.Lock = Seen.Kind;
    E.Where = Where;
    E.Contradicted = Kept.contains(Place);
    E.ByCall = Seen.ByCall || (Seen.Acquired && Result.Acquired[*Seen.Acquired].Via.Function);
    if (Seen.MadeWhileHeld) {
      E.Kind = BalanceKind::MadeWhileHeld;
      E.Acquired = Seen.MadeWhileHeld;
      claim(E);
    }
    if (Seen.WrongPair) {
      E.Kind = BalanceKind::WrongPair;
      E.Acquired = Seen.WrongPair;
      claim(E);
    }
    if (Seen.Before) {
      E.Kind = BalanceKind::ReleasedTwice;
      E.Other = *Seen.Before;
      claim(E);
    } else if (Seen.Unheld && (Seen.Acquired || isThreadEnd())) {
      E.Kind = BalanceKind::ReleasedUnheld;
      bool ByArgument = Seen.HeldGiven && Seen.UnheldGiven &&
                        parametersTellApart(*Seen.HeldGiven, *Seen.UnheldGiven);
      bool ByState = Seen.HeldGiven && Seen.UnheldGiven &&
                     contradict(*Seen.HeldGiven, *Seen.UnheldGiven, [](TermId) { return true; });
      E.Vague = ByState && !(ByArgument && P.Callers[Self.index()].empty());
      ClassId Class = Facts.Classes->classOf(Place, 0, true);
      for (auto &[Other, Of] : Releases) {
        E.ByCall |= Other.first == Place && Of.ByCall;
        E.Vague |= Other.first != Place && Class && // two objects, perhaps of two names each
                   Facts.Classes->classOf(Other.first, 0, true) == Class;
      }
      claim(E);
    }
  }
}

void Interpreter::judgeBalance() {
  std::set<TermId> Places;
  for (auto &[Key, S] : Exits)
    for (const HeldLock &H : S.Held)
      if (isCertain(H.Place) && !H.Stated && !Relocked.contains(H.Place))
        Places.insert(H.Place);
  for (TermId Place : Places)
    judgeExits(Place);
  std::set<TermId> Kept, TooMuch;
  for (const BalanceEvent &E : Balances)
    Kept.insert(E.Place);
  for (auto &[Key, Seen] : Releases)
    if (Seen.Unheld || Seen.Before)
      TooMuch.insert(Key.first);
  for (BalanceEvent &E : Balances)
    E.Contradicted |= TooMuch.contains(E.Place);
  judgeReleases(Kept);
  // What a claim speaks of is the caller's business only if the caller gives it back.
  for (const BalanceEvent &E : Balances)
    if (!E.Loose && (E.Kind == BalanceKind::HeldAtFailure || E.Kind == BalanceKind::HeldAtReturn))
      for (auto &[Key, S] : Exits)
        for (HeldLock &H : S.Held)
          if (H.Place == E.Place && E.Acquired && !H.Suspect.Function && S.ReturnedAt == E.Where)
            H.Suspect = {Self, *E.Acquired};
}

} // namespace lockorder
