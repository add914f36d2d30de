//===- Events.cpp - What events do to the state of a path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace lockorder {

void Interpreter::apply(const Event &E, uint32_t At, std::vector<State> &States) {
  std::vector<State> Out;
  for (State &S : States) {
    if (auto *Api = std::get_if<ApiEvent>(&E)) {
      applyApi(*Api, At, std::move(S), Out);
    } else if (auto *Call = std::get_if<CallEvent>(&E)) {
      applyCall(*Call, At, std::move(S), Out);
    } else if (auto *Assign = std::get_if<AssignEvent>(&E)) {
      TermId Value = value(S, Assign->Value);
      TermId Target = place(S, Assign->Target);
      write(S, Target, Value);
      Out.push_back(std::move(S));
    } else {
      const auto &Return = std::get<ReturnEvent>(E);
      S.Returned = true;
      S.ReturnedAt = Return.Where;
      if (Return.Value)
        S.Result = value(S, Return.Value);
      Out.push_back(std::move(S));
    }
  }
  States = std::move(Out);
}

//===----------------------------------------------------------------------===//
// Modelled APIs
//===----------------------------------------------------------------------===//

/// The kinds of result that an API's effects tell apart.
static std::vector<When> partition(const ApiEvent &E) {
  for (const Effect &What : E.Effects) {
    switch (What.On) {
    case When::Always:
      break;
    case When::Zero:
    case When::NonZero:
      return {When::Zero, When::NonZero};
    case When::Negative:
    case When::NonNegative:
      return {When::Negative, When::NonNegative};
    case When::Positive:
      return {When::Zero, When::Negative, When::Positive};
    }
  }
  return {When::Always};
}

static bool happens(When Effect, When Outcome) {
  if (Effect == When::Always || Effect == Outcome)
    return true;
  Range R = Range::of(Outcome);
  return R.intersect(Range::of(Effect)) == R;
}

/// mutex_lock_interruptible() and its like: a lock or -EINTR, where a trylock gives 0 or 1.
static bool failsNegative(const ApiEvent &E) {
  return llvm::any_of(E.Effects, [](const Effect &What) {
    return What.Kind == EffectKind::Acquire && What.On == When::Zero &&
           What.How == LockHow::Blocking;
  });
}

/// `flags = _raw_spin_lock_irqsave(lock)`: the result is what was saved. A trylock's is not.
static bool returnsFlags(const Function &F, const ApiEvent &E) {
  return llvm::any_of(E.Effects, [&](const Effect &What) {
    return What.Kind == EffectKind::Context && What.Change == ContextChange::Save && What.Flags &&
           F.Nodes[What.Flags.index()].Kind == Op::Var &&
           F.Nodes[What.Flags.index()].Variable == E.Result;
  });
}

void Interpreter::applyApi(const ApiEvent &E, uint32_t At, State S, std::vector<State> &Out) {
  for (When Outcome : partition(E)) {
    State Next = S;
    bool Returns = true;
    for (const Effect &What : E.Effects) {
      if (!happens(What.On, Outcome))
        continue;
      Returns &= What.Kind != EffectKind::NoReturn;
      applyEffect(E, What, At, Next);
    }
    if (!Returns)
      continue;
    if (E.Result && !returnsFlags(F, E)) {
      TermId Symbol = fresh(Next, At, 0);
      write(Next, Terms.local(E.Result), Symbol);
      if (Outcome == When::NonZero && failsNegative(E))
        Next.Facts[Symbol] = Range::of(When::Negative);
      else if (Outcome != When::Always)
        Next.Facts[Symbol] = Range::of(Outcome);
    }
    Out.push_back(std::move(Next));
  }
}

void Interpreter::applyEffect(const ApiEvent &E, const Effect &What, uint32_t At, State &S) {
  switch (What.Kind) {
  case EffectKind::Acquire: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    Acquisition A;
    A.Place = Place;
    A.Kind = What.Lock;
    A.Mode = What.Mode;
    A.How = What.How;
    A.Subclass = What.Subclass;
    A.Dropped = S.Dropped;
    A.Given = entryFacts(S);
    A.Where = E.Where;
    uint32_t Index = record(std::move(A), /*KeepSite=*/true);
    observe(S, Index);
    acquire(S, {Place, What.Lock, What.Mode, What.How, What.Subclass, Index, false, {}}, Index);
    break;
  }
  case EffectKind::Release: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    release(S, Place, What.Lock, What.Mode, E.Where);
    break;
  }
  case EffectKind::Downgrade: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    for (HeldLock &H : S.Held)
      if (H.Place == Place)
        H.Mode = LockMode::Shared;
    break;
  }
  case EffectKind::Context:
    if (What.Ctx == Context::Irq)
      switchIrq(E, What, At, S);
    break;
  case EffectKind::Start: {
    const Term T = Terms[value(S, What.Object)];
    if (T.Kind == TermKind::Function)
      if (FunctionId Started = P.symbol(SymbolId(T.Index)).Body)
        Starts.push_back({Self, Started, E.Api, E.Where});
    break;
  }
  default:
    break; // contexts, sleeping, waiting: later stages' concern
  }
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// A core service adds nothing to its callers, except inside its own folder.
bool Interpreter::isLeaf(FunctionId Callee) const {
  if (Model.leafGroup(P.nameOf(Callee)).empty())
    return false;
  auto Folder = [&](const Function &Of) {
    return Of.Where.File ? llvm::sys::path::parent_path(P.Files[Of.Where.File]) : llvm::StringRef();
  };
  return Folder(F) != Folder(P.function(Callee));
}

void Interpreter::applyCall(const CallEvent &E, uint32_t At, State S, std::vector<State> &Out) {
  std::vector<TermId> Arguments;
  for (NodeId A : E.Arguments)
    Arguments.push_back(value(S, A));

  Targets To = P.targets(F, E);
  std::vector<FunctionId> Callees;
  if (To.How == Targets::State::Direct || To.How == Targets::State::Pointer)
    for (FunctionId Callee : To.Functions)
      if (!isLeaf(Callee))
        Callees.push_back(Callee);
  uint8_t Pointers = To.How != Targets::State::Pointer ? NoPointer
                     : To.Functions.size() == 1        ? UniqueTarget
                                                       : SeveralTargets;
  for (FunctionId Callee : Callees) {
    std::vector<TermId> Held;
    for (const HeldLock &H : S.Held)
      if (isGate(H))
        Held.push_back(H.Place);
    llvm::sort(Held);
    auto [It, New] = Gates.try_emplace(Callee, Held);
    if (!New)
      llvm::erase_if(It->second, [&](TermId T) { return !llvm::binary_search(Held, T); });
    importAcquisitions(E, Callee, Pointers, Arguments, S);
    irqOfCall(E, Callee, Pointers, Arguments, S);
  }
  const Summary *Single = Callees.size() == 1 ? &Facts.summary(Callees.front()) : nullptr;
  if (Single && Single->Analysed && To.Functions.size() == 1) {
    if (!Single->Returns)
      return;
    size_t Before = Out.size();
    for (const Outcome &O : Single->Outcomes)
      applyOutcome(E, Callees.front(), O, Pointers, Arguments, At, S, Out);
    if (Out.size() != Before)
      return;
  }
  if (To.How != Targets::State::Direct && Callees.empty())
    suspectRelease(Arguments, S);
  if (E.Result)
    write(S, Terms.local(E.Result), fresh(S, At, 0));
  forgetPassed(Arguments, S);
  Out.push_back(std::move(S));
}

/// A callback that nobody knows gets an object of which a lock is held: it may well give it back.
void Interpreter::suspectRelease(const std::vector<TermId> &Arguments, State &S) {
  for (HeldLock &H : S.Held)
    for (TermId A : Arguments) {
      TermId Object = Terms.deref(A);
      if (Object != Terms.anyPlace() && Terms.mentions(H.Place, Object))
        H.Guessed = true;
    }
}

/// What a callee that was not analysed got the address of may have changed.
void Interpreter::forgetPassed(const std::vector<TermId> &Arguments, State &S) {
  for (TermId A : Arguments) {
    const Term &T = Terms[A];
    bool Pointer = T.Kind == TermKind::Param ||
                   (T.Kind == TermKind::Addr && (Terms.traits(A) & MentionsLocal));
    if (!Pointer)
      continue;
    TermId Place = Terms.deref(A);
    if (Terms.traits(Place) & MentionsAny)
      continue;
    for (auto &[Other, Old] : S.Store)
      if (Terms.mentions(Other, Place))
        Old = Terms.any();
    S.Store[Place] = Terms.any();
  }
}

/// Whether a callee's conditions can be true at this call. `Here` gets what they, and the way to
/// the call, ask of this function's own caller.
bool Interpreter::meets(const Conditions &Given, const std::vector<TermId> &Arguments, State &S,
                        Conditions &Here) {
  Valuation Values(Terms, S);
  Here = entryFacts(S);
  for (const auto &[Value, R] : Given) {
    TermId Mine = instantiate(Value, Arguments, S);
    Range Now = Values.rangeOf(Mine).intersect(R);
    if (Now.isEmpty())
      return false;
    if (Here.size() < MaxGiven && isForCallers(Mine) &&
        llvm::none_of(Here, [&](auto &C) { return C.first == Mine; }))
      Here.push_back({Mine, Now});
  }
  llvm::sort(Here);
  return true;
}

/// A callee's acquisition as this function's own. Of the locks that the callee gives back before,
/// `DroppedHere` gets those that this function took; the others are its caller's.
Acquisition Interpreter::viaCall(const Acquisition &A, uint32_t Index, const CallEvent &E,
                                 FunctionId Callee, uint8_t Pointers, TermId Place,
                                 const std::vector<TermId> &Arguments, State &S,
                                 std::vector<TermId> &DroppedHere) {
  Acquisition Mine;
  Mine.Place = Place;
  Mine.Kind = A.Kind;
  Mine.Mode = A.Mode;
  Mine.How = A.How;
  Mine.Subclass = A.Subclass;
  Mine.Dropped = S.Dropped;
  DroppedHere.clear();
  for (TermId D : A.Dropped) {
    TermId Here = instantiate(D, Arguments, S);
    bool Held = llvm::any_of(S.Held, [&](const HeldLock &H) { return H.Place == Here; });
    (Held ? DroppedHere : Mine.Dropped).push_back(Here);
  }
  llvm::sort(Mine.Dropped);
  Mine.Dropped.erase(std::unique(Mine.Dropped.begin(), Mine.Dropped.end()), Mine.Dropped.end());
  Mine.Where = E.Where;
  Mine.Via = {Callee, Index};
  Mine.Pointers = std::max(A.Pointers, Pointers);
  Mine.Length = static_cast<uint16_t>(std::min<unsigned>(A.Length + 1, 1000));
  return Mine;
}

void Interpreter::importAcquisitions(const CallEvent &E, FunctionId Callee, uint8_t Pointers,
                                     const std::vector<TermId> &Arguments, State &S) {
  const Summary &From = Facts.summary(Callee);
  Conditions Given;
  std::vector<TermId> DroppedHere;
  for (uint32_t Index : From.Offered) {
    const Acquisition &A = From.Acquired[Index];
    TermId Place = instantiate(A.Place, Arguments, S);
    if (Place == Terms.anyPlace() || !meets(A.Given, Arguments, S, Given))
      continue;
    Acquisition Mine = viaCall(A, Index, E, Callee, Pointers, Place, Arguments, S, DroppedHere);
    Mine.Given = Given;
    if (isCertain(Place) && llvm::is_contained(A.Dropped, A.Place))
      requireHeld(S, Place, E.Where);
    if (DroppedHere.empty()) {
      uint32_t Own = record(std::move(Mine), !S.Held.empty());
      observe(S, Own);
      continue;
    }
    // Taken while these are given back: no order between them and it.
    State Reduced;
    for (const HeldLock &H : S.Held)
      if (!llvm::is_contained(DroppedHere, H.Place))
        Reduced.Held.push_back(H);
    Reduced.Dropped = S.Dropped;
    uint32_t Own = record(std::move(Mine), true);
    observe(Reduced, Own);
  }
  for (const RelativeEdge &R : From.Relative) {
    auto Import = [&](uint32_t Index) -> std::optional<uint32_t> {
      const Acquisition &A = From.Acquired[Index];
      if (!meets(A.Given, Arguments, S, Given))
        return std::nullopt;
      Acquisition Mine = viaCall(A, Index, E, Callee, Pointers, instantiate(A.Place, Arguments, S),
                                 Arguments, S, DroppedHere);
      Mine.Given = Given;
      return record(std::move(Mine), true);
    };
    std::optional<uint32_t> A = Import(R.From.Acquired), B = Import(R.To);
    if (!A || !B)
      continue;
    State Inside;
    HeldLock H = R.From;
    H.Place = Result.Acquired[*A].Place;
    H.Acquired = *A;
    Inside.Held.assign(1, H);
    observe(Inside, *B);
  }
}

void Interpreter::applyOutcome(const CallEvent &E, FunctionId Callee, const Outcome &O,
                               uint8_t Pointers, const std::vector<TermId> &Arguments, uint32_t At,
                               State S, std::vector<State> &Out) {
  Valuation Values(Terms, S);
  for (const auto &[Value, R] : O.Given) {
    TermId Here = instantiate(Value, Arguments, S);
    if (!Values.restrict(Here, R))
      return;
  }
  TermId ResultValue = O.Result ? instantiate(O.Result, Arguments, S) : TermId();
  std::vector<std::pair<TermId, TermId>> Writes;
  for (auto [Place, Value] : O.Writes)
    Writes.push_back({instantiate(Place, Arguments, S), instantiate(Value, Arguments, S)});
  struct Taken {
    TermId Place;
    const HeldLock *Lock;
  };
  std::vector<Taken> Locks;
  for (const HeldLock &H : O.Held)
    Locks.push_back({instantiate(H.Place, Arguments, S), &H});
  std::vector<TermId> Released;
  for (TermId D : O.Dropped)
    Released.push_back(instantiate(D, Arguments, S));

  const Summary &From = Facts.summary(Callee);
  std::vector<TermId> DroppedHere;
  for (TermId Place : Released)
    release(S, Place, LockKind::Other, std::nullopt, E.Where);
  for (const Taken &T : Locks) {
    uint32_t Inner = T.Lock->Acquired;
    Acquisition A = viaCall(From.Acquired[Inner], Inner, E, Callee, Pointers, T.Place, Arguments, S,
                            DroppedHere);
    A.Given = entryFacts(S);
    uint32_t Index = record(std::move(A), true);
    HeldLock H = *T.Lock;
    H.Place = T.Place;
    H.Acquired = Index;
    acquire(S, H, Index);
  }
  irqOfOutcome(E, Callee, O, Pointers, At, S);
  if (E.Result) {
    if (!ResultValue) {
      ResultValue = fresh(S, At, 0);
      if (!O.Returns.isAll())
        S.Facts[ResultValue] = O.Returns;
    }
    TermId Here = Terms.local(E.Result);
    std::vector<std::pair<TermId, TermId>> Members;
    for (auto [Place, Value] : O.Members)
      Members.push_back({rebase(Place, Terms.anyPlace(), Here), instantiate(Value, Arguments, S)});
    write(S, Here, O.Members.empty() ? ResultValue : Terms.load(Here));
    for (auto [Place, Value] : Members)
      S.Store[Place] = Value;
  }
  // Memory of the heap is taken to keep its value across calls: `if (p->locked)` before and after.
  for (auto [Place, Value] : Writes)
    if ((Terms.traits(Place) & MentionsLocal) || isOutParameter(Place))
      write(S, Place, Value);
  if (Facts.summary(Callee).Opaque)
    forgetPassed(Arguments, S);
  Out.push_back(std::move(S));
}

} // namespace lockorder
