//===- Locks.cpp - Taking and giving back -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// Of what was passed a caller knows more than of memory that it leads to.
std::pair<bool, unsigned> Interpreter::simplicity(TermId Value) const {
  return {(Terms.traits(Value) & MentionsMemory) != 0, Terms.depth(Value)};
}

/// What the path has learned about what the caller passed: the simplest facts, those of which a
/// caller knows most first.
Conditions Interpreter::entryFacts(const State &S) const {
  Conditions Known;
  for (const auto &[Value, R] : S.Facts)
    if (isForCallers(Value) && !isAlwaysIn(Value, R))
      Known.push_back({Value, R});
  if (Known.size() > MaxGiven) {
    llvm::stable_sort(Known,
                      [&](auto &A, auto &B) { return simplicity(A.first) < simplicity(B.first); });
    Known.resize(MaxGiven);
    llvm::sort(Known);
  }
  return Known;
}

/// Says nothing: a comparison is 0 or 1, of `x & 8` no more than 8 is left, and a pure function
/// returns what it can return.
bool Interpreter::isAlwaysIn(TermId Value, const Range &R) const {
  auto [It, New] = Always.try_emplace(Value.bits());
  if (New) {
    State Nothing;
    It->second = Valuation(Terms, Nothing).rangeOf(Value);
    if (const Term &T = Terms[Value]; T.Kind == TermKind::Call)
      if (auto &Ends = Facts.summary(FunctionId(T.Index)).Outcomes; !Ends.empty()) {
        Range Said = Ends.front().Returns;
        for (const Outcome &O : Ends)
          Said = Said.join(O.Returns);
        It->second = It->second.intersect(Said);
      }
  }
  return It->second.intersect(R) == It->second;
}

/// A caller knows what it means, and it may differ from call to call.
bool Interpreter::isForCallers(TermId Value) const {
  uint8_t Traits = Terms.traits(Value);
  return !(Traits & (MentionsFresh | MentionsLocal | MentionsAny)) && (Traits & MentionsParam);
}

void weaken(Conditions &Given, const Conditions &Other) {
  llvm::erase_if(Given, [&](auto &Mine) {
    auto It = llvm::find_if(Other, [&](auto &O) { return O.first == Mine.first; });
    if (It == Other.end())
      return true;
    Mine.second = Mine.second.join(It->second);
    return Mine.second.isAll();
  });
}

SharedConditions ConditionsPool::share(const SharedConditions &C) {
  if (C.empty())
    return C;
  llvm::hash_code Hash = llvm::hash_value(C.get().size());
  for (const auto &[Value, R] : C)
    Hash = llvm::hash_combine(Hash, Value.bits(), R.Low, R.High, R.NonZero, R.Bits, R.Clear);
  std::lock_guard Lock(Sharing);
  // Two keys are DenseMap's own.
  auto &Same = ByHash[static_cast<uint64_t>(static_cast<size_t>(Hash)) >> 1];
  for (const SharedConditions &Known : Same)
    if (Known.get() == C.get())
      return Known;
  return Same.emplace_back(C);
}

void OrderEvent::rate(const Summary &Own) {
  const Acquisition &A = Own.Acquired[FromAcquired], &B = Own.Acquired[ToAcquired];
  Stated = A.Stated;
  Pointers = std::max(A.Pointers, B.Pointers);
  Length = uint32_t(A.Length) + B.Length;
}

void weaken(SharedConditions &Given, const SharedConditions &Other) {
  if (Given.get() == Other.get())
    return;
  Conditions Less = Given;
  weaken(Less, Other.get());
  Given = std::move(Less);
}

bool contradict(const Conditions &A, const Conditions &B, llvm::function_ref<bool(TermId)> Counts) {
  return llvm::any_of(A, [&](auto &Mine) {
    return Counts(Mine.first) && llvm::any_of(B, [&](auto &Theirs) {
             return Mine.first == Theirs.first && Mine.second.intersect(Theirs.second).isEmpty();
           });
  });
}

/// A value that no caller passes: of global variables, or what is said of them.
bool Interpreter::isGlobalState(TermId Value) const {
  uint8_t Traits = Terms.traits(Value);
  return (Traits & MentionsMemory) && !(Traits & ~(MentionsMemory | MentionsFunction));
}

/// The way here depends on a variable that no caller passes. What a function says when it is asked
/// is another matter: hibernation_available() is true of an ordinary system.
bool Interpreter::dependsOnGlobal(const State &S) const {
  auto IsAnswer = [&](TermId Value) {
    while (Terms[Value].Kind == TermKind::Unary || Terms[Value].Kind == TermKind::Binary)
      Value = Terms[Value].A;
    return Terms[Value].Kind == TermKind::Call;
  };
  return llvm::any_of(
      S.Facts, [&](auto &Fact) { return isGlobalState(Fact.first) && !IsAnswer(Fact.first); });
}

/// Of the caller's locks, those that are not held when `For` is taken; sections, which no order
/// speaks of, only for a sleep, which also believes what is in doubt.
std::vector<TermId> Interpreter::droppedLocks(const State &S, TermId For) const {
  std::vector<TermId> Locks = S.Dropped;
  if (!Terms.isSleep(For)) {
    llvm::erase_if(Locks, [&](TermId T) { return Terms.isSection(T); });
    return Locks;
  }
  for (const DoubtfulLock &D : S.Doubtful)
    Locks.push_back(D.Place);
  llvm::sort(Locks);
  Locks.erase(std::unique(Locks.begin(), Locks.end()), Locks.end());
  return Locks;
}

void Interpreter::describeWay(Acquisition &A, const State &S) const {
  A.LastReference |= S.LastReference;
  A.ByGlobal |= dependsOnGlobal(S);
  // Who switches them on in between, of what the caller had switched off, most likely does so in
  // step with the caller; a sleep is worth asking.
  A.IrqOff |= S.Irq.size() > (Terms.isSleep(A.Place) ? A.IrqClosed : 0);
  size_t Closed = A.IrqClosed > S.Irq.size() ? A.IrqClosed - S.Irq.size() : 0;
  A.IrqClosed = static_cast<uint8_t>(std::min<size_t>(2, S.IrqClosed + Closed));
  A.BhOff |= S.held(Terms.section(Context::Bh)) != nullptr;
  A.InHardirq |= S.held(Terms.section(Context::Hardirq)) != nullptr;
  A.InSoftirq |= S.held(Terms.section(Context::Softirq)) != nullptr;
}

uint32_t Interpreter::record(Acquisition A, bool KeepSite) {
  llvm::SmallVector<uint64_t, 16> Key{
      A.Place.bits(), uint64_t(A.Kind) << 16 | uint64_t(A.Mode) << 8 | uint64_t(A.How),
      uint64_t(uint32_t(A.Subclass)),
      uint64_t(A.IrqClosed) << 8 | uint64_t(A.InHardirq) << 5 | uint64_t(A.InSoftirq) << 4 |
          uint64_t(A.IrqOff) << 2 | uint64_t(A.BhOff) << 1 | KeepSite};
  // Calls in one function are told apart in any case: each has its conditions.
  Key.push_back(uint64_t(A.Where.File.raw()) << 32 | A.Where.Line);
  Key.push_back(A.Where.Column);
  if (KeepSite) {
    Key.push_back(A.Via.Function.raw());
    Key.push_back(A.Via.Index);
  }
  for (TermId D : A.Dropped)
    Key.push_back(D.bits());
  auto [It, New] =
      Recorded.try_emplace(digestOf(Key), static_cast<uint32_t>(Result.Acquired.size()));
  if (New) {
    Result.Acquired.push_back(std::move(A));
    Current.push_back(true);
    return It->second;
  }
  if (!Current[It->second]) {
    Current[It->second] = true;
    Result.Acquired[It->second] = std::move(A);
    return It->second;
  }
  Acquisition &Old = Result.Acquired[It->second];
  weaken(Old.Given, A.Given);
  A.Assumed = Old.Assumed &= A.Assumed;
  A.Lost = Old.Lost &= A.Lost;
  A.Maybe = Old.Maybe &= A.Maybe;
  if (KeepSite) { // the same call, on another path
    Old.LastReference &= A.LastReference;
    Old.ByGlobal &= A.ByGlobal;
  } else if (believability(A) < believability(Old)) {
    A.Given = std::move(Old.Given);
    A.GivenBack |= Old.GivenBack;
    Old = std::move(A);
  }
  return It->second;
}

/// What a lock lies in was dereferenced: neither NULL nor an error pointer.
void Interpreter::assumeValid(State &S, TermId Place) {
  while (Terms[Place].Kind == TermKind::Member || Terms[Place].Kind == TermKind::Element)
    Place = Terms[Place].A;
  if (Terms[Place].Kind == TermKind::Deref)
    (void)Valuation(Terms, S).restrict(Terms[Place].A, Range::between(1, Range::Max));
}

static void insert(std::vector<ReleasedLock> &List, TermId Place, Site Where, bool ByCall) {
  auto At = llvm::lower_bound(List, Place, [](auto &R, TermId T) { return R.Place < T; });
  if (At == List.end() || At->Place != Place)
    List.insert(At, {Place, Where, ByCall});
  else
    *At = {Place, Where, ByCall};
}

/// The state goes on without the lock, and nothing is claimed of it until it is taken again.
void Interpreter::doubt(State &S, const DoubtfulLock &D) {
  auto About = [&](TermId Place) {
    if (!isCertain(Place))
      return;
    llvm::erase_if(S.Released, [&](const ReleasedLock &R) { return R.Place == Place; });
    if (Terms.isSection(Place))
      DoubtedSections.insert(Place);
    S.doubt(Place, D.Suspect);
  };
  if (!isCertain(D.Place))
    if (std::optional<size_t> Same = heldByClass(S, D.Place)) {
      TermId Held = S.Held[*Same].Place;
      S.Held.erase(S.Held.begin() + static_cast<ptrdiff_t>(*Same));
      About(Held);
    }
  About(D.Place);
}

/// Perhaps given back: not held any more, and if it was the caller's, not the caller's either.
void Interpreter::forgetHeld(State &S, TermId Place) const {
  auto Mine = llvm::find_if(S.Held, [&](const HeldLock &H) { return H.Place == Place; });
  if (Mine != S.Held.end()) {
    S.Held.erase(Mine);
    return;
  }
  auto It = llvm::lower_bound(S.Dropped, Place);
  bool Known = It != S.Dropped.end() && *It == Place;
  if (!Known && isCertain(Place) && !(Terms.traits(Place) & (MentionsLocal | MentionsFresh)))
    S.Dropped.insert(It, Place);
}

/// Said twice, the arguments mean the same.
bool Interpreter::isNameable(const std::vector<TermId> &Arguments) const {
  return llvm::none_of(Arguments, [&](TermId A) { return Terms.traits(A) & MentionsAny; });
}

/// A callee gives the lock back and takes it again: somebody has to hold it before.
void Interpreter::requireHeld(State &S, TermId Place, Site Where) {
  if (!S.held(Place) && !S.isDropped(Place) &&
      !(Terms.traits(Place) & (MentionsLocal | MentionsFresh)))
    insert(S.Retaken, Place, Where, true);
}

void Interpreter::acquire(State &S, HeldLock Lock, uint32_t Acquired) {
  assumeValid(S, Lock.Place);
  llvm::erase_if(S.Released, [&](const ReleasedLock &R) { return R.Place == Lock.Place; });
  bool Doubtful = S.isDoubtful(Lock.Place);
  llvm::erase_if(S.Doubtful, [&](const DoubtfulLock &D) { return D.Place == Lock.Place; });
  auto Dropped = llvm::lower_bound(S.Dropped, Lock.Place);
  if (Dropped != S.Dropped.end() && *Dropped == Lock.Place) {
    S.Dropped.erase(Dropped); // the caller's lock is back
    insert(S.Retaken, Lock.Place, Result.Acquired[Acquired].Where,
           Result.Acquired[Acquired].Via.Function.valid());
    return;
  }
  if (const ReleasedLock *Mine = find(S.Retaken, Lock.Place);
      Mine && !Doubtful && Lock.How == LockHow::Blocking && isCertain(Lock.Place)) {
    // Given back as the caller's, and now taken as if nobody held it.
    ReleaseSeen &Seen = Releases[{Lock.Place, Mine->Where}];
    Seen.Unheld = true;
    Seen.ByCall |= Mine->ByCall;
    Seen.Acquired = Acquired;
    Seen.Kind = Lock.Kind;
    Relocked.insert(Lock.Place);
  }
  size_t Twice = llvm::count_if(S.Held, [&](const HeldLock &H) { return H.Place == Lock.Place; });
  if (Twice != 0 && !isVague(Lock.Place)) {
    // Taken twice on one path: far more often an impossible path than a bug; go on as if once.
    constexpr size_t MaxNested = 3;
    if (Lock.Mode == LockMode::Exclusive || Twice == MaxNested) {
      Relocked.insert(Lock.Place);
      return;
    }
  }
  if (S.Held.size() == MaxHeld) {
    Capped = true;
    return;
  }
  S.Held.push_back(std::move(Lock));
}

/// `(?).{xarray.xa_lock}` may well be `(*p).{address_space.i_pages}.{xarray.xa_lock}`.
static bool mayBe(const TermTable &Terms, TermId Vague, TermId Place) {
  size_t Members = 0;
  for (;; ++Members) {
    const Term &A = Terms[Vague], &B = Terms[Place];
    if (A.Kind != TermKind::Member || B.Kind != TermKind::Member || A.Index != B.Index)
      break;
    Vague = A.A;
    Place = B.A;
  }
  return Members != 0 && Terms[Vague].Kind == TermKind::Deref &&
         (Terms.traits(Vague) & (MentionsAny | MentionsFresh));
}

static void also(std::optional<Conditions> &Given, Conditions Here) {
  if (Given)
    weaken(*Given, Here);
  else
    Given = std::move(Here);
}

/// The place surely means one object wherever this function writes it.
bool Interpreter::isCertain(TermId Place) const {
  if ((Terms.traits(Place) & MentionsAny) || Place == Terms.anyPlace())
    return false;
  TermId Base = Place;
  while (Terms[Base].Kind == TermKind::Member || Terms[Base].Kind == TermKind::Element)
    Base = Terms[Base].A;
  return Terms[Base].Kind != TermKind::Deref || Terms[Terms[Base].A].Kind != TermKind::Int;
}

/// The same lock may be written in two ways: the latest one of its class, where one of both is
/// vague.
std::optional<size_t> Interpreter::heldByClass(const State &S, TermId Place) const {
  constexpr uint8_t Vague = MentionsFresh | MentionsAny | MentionsMemory;
  ClassId Class = Facts.Classes->classOf(Place, 0, true);
  for (size_t I = S.Held.size(); I != 0; --I) {
    TermId Held = S.Held[I - 1].Place;
    bool SameClass = Class && Facts.Classes->classOf(Held, 0, true) == Class;
    if (Held == Place || (SameClass && ((Terms.traits(Held) | Terms.traits(Place)) & Vague)))
      return I - 1;
  }
  return std::nullopt;
}

void Interpreter::release(State &S, TermId Place, LockKind Kind, std::optional<LockMode> Mode,
                          Site Where) {
  ReleaseSeen Unknown;
  ReleaseSeen &Seen = isCertain(Place) ? Releases[{Place, Where}] : Unknown;
  Seen.Kind = Kind;
  Seen.ByCall |= !Mode;
  auto GiveBack = [&](size_t I) {
    HeldLock H = S.Held[I];
    S.Held.erase(S.Held.begin() + static_cast<ptrdiff_t>(I));
    Result.Acquired[H.Acquired].GivenBack = true;
    if (H.Suspect.Function)
      Noted.Excused.insert(H.Suspect);
    return H;
  };
  for (size_t I = S.Held.size(); I != 0; --I)
    if (S.Held[I - 1].Place == Place) {
      HeldLock H = GiveBack(I - 1);
      if (H.Stated)
        return dropCallers(S, Place);
      Seen.Kind = H.Kind;
      Seen.Acquired = H.Acquired;
      also(Seen.HeldGiven, entryFacts(S));
      bool Reader = H.Mode != LockMode::Exclusive;
      if (Mode && Reader != (*Mode != LockMode::Exclusive))
        Seen.WrongPair = H.Acquired;
      if (isCertain(Place))
        insert(S.Released, Place, Where, !Mode);
      return;
    }
  if (find(S.Retaken, Place)) // the caller's, and no other of its class
    return releaseUnheld(S, Place, Kind, Where);
  std::optional<size_t> Same = heldByClass(S, Place);
  for (size_t I = S.Held.size(); I != 0; --I) {
    const HeldLock &H = S.Held[I - 1];
    // Through a pointer of which nothing is known, what is held of an object of which nothing is.
    bool Unknown = Terms[Place].Kind == TermKind::Deref && isVague(H.Place) && H.Kind == Kind &&
                   (Terms.traits(Place) & (MentionsFresh | MentionsAny));
    bool Nothing = Unknown || (Place == Terms.anyPlace() && !Terms.isSection(H.Place) &&
                               (Kind == LockKind::Other || Kind == H.Kind));
    if (Nothing || mayBe(Terms, Place, H.Place) || Same == I - 1) {
      GiveBack(I - 1);
      return;
    }
  }
  // What this function gives back itself, and cannot name for its callers: they hear of the class.
  // Of wound/wait mutexes one holds many at a time.
  TermId Outside = exported(Place);
  if (Mode && Kind != LockKind::WwMutex && !isCertain(Outside) && classOf(Outside, 0) &&
      !(Terms.traits(Place) & MentionsLocal))
    S.doubt(Outside, {});
  releaseUnheld(S, Place, Kind, Where);
}

/// A lock begins to exist: it cannot be held.
void Interpreter::initialise(const State &S, TermId Place, Site Where) {
  const HeldLock *Held = isCertain(Place) ? S.held(Place) : nullptr;
  if (!Held)
    return;
  ReleaseSeen &Seen = Releases[{Place, Where}];
  Seen.Kind = Held->Kind;
  Seen.MadeWhileHeld = Held->Acquired;
}

void Interpreter::releaseUnheld(State &S, TermId Place, LockKind Kind, Site Where) {
  if (!isCertain(Place))
    return; // nobody's that the caller could know
  auto Doubt = llvm::find_if(S.Doubtful, [&](const DoubtfulLock &D) { return D.Place == Place; });
  if (Doubt != S.Doubtful.end()) {
    if (Doubt->Suspect.Function)
      Noted.Excused.insert(Doubt->Suspect);
    S.Doubtful.erase(Doubt);
    return;
  }
  ReleaseSeen &Seen = Releases[{Place, Where}];
  if (const ReleasedLock *Before = find(S.Released, Place)) {
    Seen.Before = Before->Where;
    Seen.ByCall |= Before->ByCall;
    return;
  }
  if (S.isDropped(Place))
    return;
  Seen.Unheld = true;
  Seen.Kind = Kind;
  also(Seen.UnheldGiven, entryFacts(S));
  dropCallers(S, Place);
}

/// The caller's lock is given back, if the caller can name it.
void Interpreter::dropCallers(State &S, TermId Place) const {
  if (!S.isDropped(Place) && !(Terms.traits(Place) & (MentionsLocal | MentionsFresh)))
    S.Dropped.insert(llvm::lower_bound(S.Dropped, Place), Place);
}

/// For the ledger: which lock does this call speak of?
void Interpreter::note(NameId Api, Site Where, TermId Place) {
  SiteState Now = SiteState::Modelled;
  if (!Facts.Classes->classOf(Place, 0, true)) {
    if (!(Terms.traits(Place) & MentionsParam))
      Now = SiteState::OpaquePointer;
    else if (P.Callers[Self.index()].empty())
      Now = SiteState::NoCaller;
  }
  Noted.site(Api, Where, Now);
}

} // namespace lockorder
