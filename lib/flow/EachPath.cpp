//===- EachPath.cpp - A second look, one path at a time -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where paths meet, what one knows and the other does not is lost, and with it why two conditions
// belong together. What a function is blamed for is therefore checked again with states that only
// meet if they are equal. Loops go round a few times; too many paths leave the claim unconfirmed.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// A number for all that is known in a state.
uint32_t Interpreter::contentOf(const State &S) {
  llvm::SmallVector<uint64_t, 256> All;
  auto Add = [&](auto... Parts) { (All.push_back(uint64_t(Parts)), ...); };
  auto AddSite = [&](Site At) { Add(uint64_t(At.File.raw()) << 32 | At.Line, At.Column); };
  for (const HeldLock &H : S.Held)
    Add(H.Place.bits(), H.Mode, H.How, uint32_t(H.Subclass), H.Acquired, H.Guessed, H.Stated,
        H.Suspect.Function.raw(), H.Suspect.Index);
  Add(S.Held.size(), S.Dropped.size(), S.Store.size(), S.Facts.size());
  for (TermId D : S.Dropped)
    Add(D.bits());
  for (auto [Place, Value] : S.Store)
    Add(Place.bits(), Value.bits());
  for (const auto &[Value, R] : S.Facts)
    Add(Value.bits(), R.Low, R.High, R.NonZero, R.Bits, R.Clear);
  for (const std::vector<ReleasedLock> *List : {&S.Released, &S.Retaken}) {
    Add(List->size());
    for (const ReleasedLock &R : *List) {
      Add(R.Place.bits());
      AddSite(R.Where);
    }
  }
  for (const DoubtfulLock &D : S.Doubtful)
    Add(D.Place.bits());
  Add(S.Doubtful.size());
  for (const IrqRegion &R : S.Irq) {
    Add(R.Flags.bits(), R.Lock.bits());
    AddSite(R.Where);
  }
  Add(S.Irq.size(), S.IrqClosed, S.Returned, S.LastReference, S.Result.bits());
  AddSite(S.ReturnedAt);
  for (auto [Block, Count] : S.Turns)
    Add(Block, Count);
  return Contents.try_emplace(digestOf(All), static_cast<uint32_t>(Contents.size() + 1))
      .first->second;
}

void Interpreter::enterAlone(BlockId To, State S) {
  BlockStates &There = Blocks[To.index()];
  if (There.IsLoop && !S.AtLoop.contains(To.index()))
    S.AtLoop[To.index()] = std::make_shared<const State::Loop>(State::Loop{S.Facts, S.Store, {}});
  S.Path = contentOf(S);
  auto Next = static_cast<uint32_t>(There.States.size());
  if (!There.Groups.try_emplace(S.key(), Next).second)
    return;
  if (Paths == MaxPathStates || PathWork > MaxPathWork) {
    Capped = true;
    return;
  }
  ++Paths;
  There.Dirty.insert(Next);
  There.States.push_back(std::move(S));
}

void Interpreter::followEachPath(std::set<AcquisitionRef> Of) {
  EachPath = true;
  Wanted = std::move(Of);
}

std::set<AcquisitionRef> Interpreter::claimed(const Summary &Found) const {
  std::set<AcquisitionRef> Out;
  for (const RelockEvent &E : Relocks)
    if (E.SameInstance)
      Out.insert(Found.Acquired[E.Second].Via);
  for (const SleepEvent &E : Sleeps)
    Out.insert(Found.Acquired[E.Sleeps].Via);
  return Out;
}

bool Interpreter::claimsSomething() const {
  return !Balances.empty() || !IrqFlags.empty() || !Sleeps.empty() ||
         llvm::any_of(Relocks, [](const RelockEvent &E) { return E.SameInstance; });
}

void Interpreter::markUnconfirmed() {
  for (RelockEvent &E : Relocks)
    E.Unconfirmed = E.SameInstance;
  llvm::erase_if(Balances, [](const BalanceEvent &E) { return E.Loose; });
  for (BalanceEvent &E : Balances)
    E.Unconfirmed = true;
  for (IrqFlagsEvent &E : IrqFlags)
    E.Unconfirmed = true;
  for (SleepEvent &E : Sleeps)
    E.Unconfirmed = true;
}

/// Of memory, only what was known before the loop is believed to stay: the loop ends because memory
/// changes.
void Interpreter::forgetMemory(State &S, const State::Loop &Before) const {
  auto IsKept = [&](TermId Value) { // a variable was made of it, or a held lock lies there
    return llvm::any_of(S.Store, [&](auto &E) { return Terms.mentions(E.second, Value); }) ||
           llvm::any_of(S.Held, [&](auto &H) { return Terms.mentions(H.Place, Value); });
  };
  for (auto It = S.Facts.begin(); It != S.Facts.end();) {
    if (!(Terms.traits(It->first) & MentionsMemory) || IsKept(It->first)) {
      ++It;
      continue;
    }
    auto Then = Before.Facts.find(It->first);
    bool Known = Then != Before.Facts.end();
    if (Known)
      It->second = It->second.join(Then->second);
    It = Known ? std::next(It) : S.Facts.erase(It);
  }
}

/// A turn of a loop has changed a pointer from `Was`, and later ones will: what is
/// known now stays so of what it is then, that it is no null pointer, and that its lock is held.
void Interpreter::keepLocksOf(State &S, TermId Was, TermId Now) {
  auto Speaks = [&](const HeldLock &H) { return Terms.mentions(H.Place, Was); };
  if (!(Terms.traits(Was) & (MentionsMemory | MentionsFresh)) || llvm::none_of(S.Held, Speaks))
    return;
  replaceAll(S, Was, Now);
  std::vector<TermId> Valid;
  for (const auto &[Value, R] : S.Facts)
    if (R.mustBeNonZero() && Terms.mentions(Value, Was))
      Valid.push_back(Terms.replace(Value, Was, Now));
  for (TermId Value : Valid)
    S.Facts.try_emplace(Value, Range::notZero());
}

/// One more turn of a loop: a few times as it is, and then once for all later ones, or the way out
/// of `for (i = 0; i < 100; i++)` would never be seen. What each turn changes, a counter, may then
/// be anything; a flag that one turn sets is none. False: it has turned often enough.
bool Interpreter::turn(State &S, uint32_t Loop) {
  auto Inner = [&](const auto &Of) { return Of.first > Loop; };
  llvm::erase_if(S.Turns, Inner); // loops inside begin anew
  std::erase_if(S.AtLoop, Inner);
  auto It = llvm::lower_bound(S.Turns, Loop, [](auto &T, uint32_t L) { return T.first < L; });
  if (It == S.Turns.end() || It->first != Loop)
    It = S.Turns.insert(It, {Loop, 0});
  uint8_t Turn = ++It->second;
  auto Before = S.AtLoop.find(Loop);
  if (Before == S.AtLoop.end())
    return Turn <= MaxTurns;
  forgetMemory(S, *Before->second);
  State::Loop Now{Before->second->Facts, S.Store, {}};
  for (auto [Place, Value] : S.Store) {
    auto Then = Before->second->Store.find(Place);
    bool Changed = Then != Before->second->Store.end() && Then->second != Value;
    if (Changed && (Turn == 1 || Before->second->Moving.contains(Place)))
      Now.Moving.insert(Place);
  }
  std::vector<TermId> Made;
  if (Turn == MaxTurns + 1)
    for (TermId Place : Now.Moving) {
      if (llvm::is_contained(Made, read(S, Place)))
        continue; // it is what another one is, and stays so
      TermId Phi = Join.phi(Loop, Place);
      makeStale(Terms, S, Phi);
      keepLocksOf(S, read(S, Place), Phi);
      S.Store[Place] = Phi;
      Made.push_back(Phi);
    }
  Before->second = std::make_shared<const State::Loop>(std::move(Now));
  return Turn <= MaxTurns + 1;
}

} // namespace lockorder
