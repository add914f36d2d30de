//===- Calls.cpp - What a call does, by its callee's summary -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the callee may take is observed once, whatever way it ends; then each of its outcomes makes
// a path of its own.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

namespace {

/// The member that is called through; null: it is no such call.
const Node *calledMember(const Function &F, const CallEvent &E) {
  const Node &Callee = F.Nodes[E.Callee.index()];
  const Node *Place = Callee.Kind == Op::Load ? &withoutElements(F, Callee.A) : nullptr;
  return Place && Place->Kind == Op::Member ? Place : nullptr;
}

/// What is in the list of `Key` and in `Now`, both sorted.
template <typename Key>
void keepCommon(std::map<Key, std::vector<TermId>> &Lists, Key Of, const std::vector<TermId> &Now) {
  auto [It, New] = Lists.try_emplace(Of, Now);
  if (!New)
    llvm::erase_if(It->second, [&](TermId T) { return !llvm::binary_search(Now, T); });
}

} // namespace

void Interpreter::applyCall(const CallEvent &E, uint32_t At, State S, std::vector<State> &Out) {
  std::vector<TermId> Arguments;
  for (NodeId A : E.Arguments)
    Arguments.push_back(value(S, A));

  Targets To = targetsHere(E, S);
  std::vector<FunctionId> Callees;
  if (To.How == Targets::State::Direct || To.How == Targets::State::Pointer)
    for (FunctionId Callee : To.Functions)
      if (!Facts.Leaves.endsAt(Callee, F))
        Callees.push_back(Callee);
  // What a panic() does on its way to nowhere concerns nobody.
  auto ComesBack = [&](FunctionId Callee) { return !(P.function(Callee).Flags & FlagNoReturn); };
  uint8_t Pointers = To.How != Targets::State::Pointer ? NoPointer
                     : To.Functions.size() == 1        ? UniqueTarget
                                                       : SeveralTargets;
  if (sleepsElsewhere(E, To))
    sleepElsewhere(E, S);
  const Node *Member = calledMember(F, E);
  const std::vector<TermId> Under =
      Member || !Callees.empty() ? heldForSure(S) : std::vector<TermId>();
  if (Member)
    keepCommon(MemberGates, Member->Fld, Under);
  for (FunctionId Callee : Callees) {
    keepCommon(Gates, Callee, Under);
    if (ComesBack(Callee))
      importAcquisitions(E, Callee, Pointers, Arguments, S);
    irqOfCall(E, Callee, Pointers, Arguments, S);
  }
  const Summary *Single = Callees.size() == 1 ? &Facts.summary(Callees.front()) : nullptr;
  if (Single && Single->Analysed && To.Functions.size() == 1) {
    if (!Single->Returns)
      return;
    size_t Before = Out.size();
    std::vector<Outcome> Fewer;
    if (Crowded)
      Fewer = toldApartByLocks(Single->Outcomes);
    for (const Outcome &O : Crowded ? Fewer : Single->Outcomes)
      applyOutcome(E, Callees.front(), O, Pointers, Arguments, At, S, Out);
    if (Out.size() != Before || EachPath) // no outcome is possible: nor is this path
      return;
  }
  bool ByPointer = To.How == Targets::State::Capped || To.How == Targets::State::NeverAssigned ||
                   To.How == Targets::State::Unresolved;
  if (ByPointer)
    suspectRelease(Arguments, S);
  if (E.Result)
    write(S, Terms.local(E.Result), fresh(S, At, 0));
  forgetPassed(E, Arguments, At, S);
  Out.push_back(std::move(S));
}

/// Whether a callee's conditions can be true here. `Here`, what the way to the call asks of this
/// function's own caller, gets what they ask; `Asked`, what is not known to be true.
bool Interpreter::meets(const Conditions &Given, const std::vector<TermId> &Arguments, State &S,
                        Conditions &Here, Doubts &Asked) {
  std::vector<TermId> Mine;
  for (const auto &[Value, R] : Given)
    Mine.push_back(instantiate(Value, Arguments, S));
  return meetsHere(Given, Mine, S, Here, Asked);
}

/// The same, with the conditions' values as this function sees them, and `Here` begun.
bool Interpreter::meetsHere(const Conditions &Given, llvm::ArrayRef<TermId> Values, State &S,
                            Conditions &Here, Doubts &Asked) {
  Valuation Known(Terms, S);
  for (size_t I = 0; I != Given.size(); ++I) {
    TermId Mine = Values[I];
    if (Given[I].second == Range::notZero())
      Mine = Terms.withoutFactors(Mine); // ways with `5 * x` and `10 * x` ask the same of callers
    Range Before = Known.rangeOf(Mine), Now = Before.intersect(Given[I].second);
    if (Now.isEmpty())
      return false;
    bool Open = Now != Before;
    Asked.Assumed |= Open;
    if (llvm::any_of(Here, [&](auto &C) { return C.first == Mine; }))
      continue;
    bool ForCallers = isForCallers(Mine);
    if (ForCallers && Here.size() == MaxGiven) {
      auto Less = llvm::max_element(
          Here, [&](auto &A, auto &B) { return simplicity(A.first) < simplicity(B.first); });
      if (simplicity(Mine) < simplicity(Less->first))
        Here.erase(Less);
    }
    if (ForCallers && Here.size() < MaxGiven)
      Here.push_back({Mine, Now});
    else
      Asked.Lost |= Open;
  }
  if (!Given.empty())
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
  Mine.Nested = A.Nested;
  Mine.Dropped = droppedLocks(S, A.Place);
  DroppedHere.clear();
  for (TermId D : A.Dropped) {
    TermId Here = instantiate(D, Arguments, S);
    const HeldLock *Held = S.held(Here);
    if (!Held && !S.Held.empty() && !Terms.isSection(Here))
      if (std::optional<size_t> Same = heldByClass(S, Here)) // as release() has it
        Held = &S.Held[*Same];
    if (Held)
      DroppedHere.push_back(Held->Place);
    if (!Held || Held->Stated)
      Mine.Dropped.push_back(Here);
  }
  llvm::sort(Mine.Dropped);
  Mine.Dropped.erase(std::unique(Mine.Dropped.begin(), Mine.Dropped.end()), Mine.Dropped.end());
  Mine.LastReference = A.LastReference;
  Mine.ByGlobal = A.ByGlobal;
  Mine.Api = A.Api;
  Mine.Owner = Pointers == SeveralTargets ? P.ownerOf(Callee) : A.Owner;
  Mine.IrqOff = A.IrqOff;
  Mine.IrqClosed = A.IrqClosed;
  Mine.BhOff = A.BhOff;
  Mine.InHardirq = A.InHardirq;
  Mine.InSoftirq = A.InSoftirq;
  // What is said of functions that call each other is settled in a few rounds, or cut off.
  Mine.Lost = A.Lost || isTogether(Callee);
  Mine.Maybe = A.Maybe;
  Mine.UnlessFaultsOff = A.UnlessFaultsOff;
  describeWay(Mine, S);
  Mine.Where = E.Where;
  Mine.Via = {Callee, Index};
  Mine.Pointers = std::max(A.Pointers, Pointers);
  Mine.Length = static_cast<uint16_t>(std::min<unsigned>(A.Length + 1, 1000));
  return Mine;
}

/// Everybody's code has chosen, among several targets, one of another owner's: an object of this
/// owner has other tables.
bool Interpreter::isStranger(const Acquisition &A) const {
  OwnerId Mine = P.ownerOf(Self);
  return A.Owner && Mine && A.Owner != Mine;
}

/// The way from this very call comes back to it: once more around a recursion takes nothing else.
bool Interpreter::isOwnRecursion(const CallEvent &E, AcquisitionRef What) const {
  if (!isTogether(What.Function))
    return false;
  for (unsigned Step = 0; What.Function && Step != MaxLength; ++Step) {
    const std::vector<Acquisition> &Theirs = Facts.summary(What.Function).Acquired;
    if (What.Index >= Theirs.size())
      return false;
    if (What.Function == Self && Theirs[What.Index].Where == E.Where)
      return true;
    What = Theirs[What.Index].Via;
  }
  return What.Function.valid();
}

/// What a callee offers, in this function's terms. The same arguments and memory give the same.
const std::vector<Interpreter::Offer> &Interpreter::offersOf(FunctionId Callee, uint8_t Pointers,
                                                             const std::vector<TermId> &Arguments,
                                                             State &S) {
  uint64_t Off = 0; // what a query in the callee would say
  for (Context C : {Context::Irq, Context::Bh, Context::Preempt, Context::Rcu})
    Off = Off << 1 | isOff(S, C);
  llvm::SmallVector<uint64_t, 64> Key{Callee.raw(), Off << 8 | Pointers};
  bool Locals = false;
  for (TermId A : Arguments) {
    Key.push_back(A.bits());
    Locals |= (Terms.traits(A) & MentionsLocal) != 0;
  }
  for (auto [Place, Value] : S.Store)
    if (Locals || !(Terms.traits(Place) & MentionsLocal))
      Key.append({Place.bits(), Value.bits()});
  auto [It, New] = Offers.try_emplace(digestOf(Key));
  if (!New)
    return It->second;
  const Summary &From = Facts.summary(Callee);
  for (uint32_t Index : From.Offered) {
    const Acquisition &A = From.Acquired[Index];
    // Two ambiguous dispatches on one way: that this is the way is no more than a wild guess.
    if (!isWanted(Callee, Index) && !llvm::is_contained(A.Dropped, A.Place))
      continue;
    bool Ambiguous = std::max(Pointers, A.Pointers) == SeveralTargets;
    if ((Pointers == SeveralTargets && A.Pointers == SeveralTargets) || isStranger(A) ||
        A.Length >= (Ambiguous ? MaxAmbiguousLength : MaxLength))
      continue;
    Offer O{Index, instantiate(A.Place, Arguments, S), {}};
    if (O.Place == Terms.anyPlace())
      continue;
    for (const auto &[Value, R] : A.Given)
      O.Given.push_back(instantiate(Value, Arguments, S));
    It->second.push_back(std::move(O));
  }
  return It->second;
}

void Interpreter::importAcquisitions(const CallEvent &E, FunctionId Callee, uint8_t Pointers,
                                     const std::vector<TermId> &Arguments, State &S) {
  const Summary &From = Facts.summary(Callee);
  const Conditions Known = entryFacts(S);
  Conditions Given;
  std::vector<TermId> DroppedHere;
  PathWork += From.Relative.size();
  SharedConditions Latest;
  for (const Offer &O : offersOf(Callee, Pointers, Arguments, S)) {
    ++PathWork;
    const Acquisition &A = From.Acquired[O.Index];
    Given = Known;
    Doubts Asked;
    if (isOwnRecursion(E, {Callee, O.Index}) || isSwitchedOff(S, A, O.Place) ||
        !meetsHere(A.Given, O.Given, S, Given, Asked))
      continue;
    TermId Place = O.Place;
    Acquisition Mine = viaCall(A, O.Index, E, Callee, Pointers, Place, Arguments, S, DroppedHere);
    if (Latest.get() != Given)
      Latest = Given;
    Mine.Given = Latest, Mine.Assumed = Asked.Assumed, Mine.Lost |= Asked.Lost;
    if (isCertain(Place) && llvm::is_contained(A.Dropped, A.Place))
      requireHeld(S, Place, E.Where);
    auto Record = [&] { return record(Acquisition(Mine), true); };
    if (DroppedHere.empty()) {
      observe(S, Mine, Record);
    } else { // taken while these are given back: no order between them and it
      State Reduced;
      for (const HeldLock &H : S.Held)
        if (!llvm::is_contained(DroppedHere, H.Place))
          Reduced.Held.push_back(H);
      Reduced.Dropped = S.Dropped;
      Reduced.Irq = S.Irq;
      observe(Reduced, Mine, Record);
    }
    if (!Terms.isSleep(Place) || !PlainSleep)
      if (uint32_t Index = record(std::move(Mine), false); isPlainSleep(Result.Acquired[Index]))
        PlainSleep = Index;
  }
  for (const RelativeEdge &R : From.Relative) {
    if (!isWanted(Callee, R.To))
      continue;
    auto Import = [&](uint32_t Index) -> std::optional<uint32_t> {
      const Acquisition &A = From.Acquired[Index];
      if ((Pointers == SeveralTargets && A.Pointers == SeveralTargets) || isStranger(A))
        return std::nullopt;
      Doubts Asked;
      Given = Known;
      if (!meets(A.Given, Arguments, S, Given, Asked))
        return std::nullopt;
      Acquisition Mine = viaCall(A, Index, E, Callee, Pointers, instantiate(A.Place, Arguments, S),
                                 Arguments, S, DroppedHere);
      Mine.Given = Given;
      Mine.Assumed = Asked.Assumed;
      Mine.Lost |= Asked.Lost;
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
    observe(Inside, Acquisition(Result.Acquired[*B]), [&] { return *B; });
  }
}

/// A lock that the callee returns with, as this function's own.
void Interpreter::acquireTheirs(const CallEvent &E, FunctionId Callee, const HeldLock &Theirs,
                                TermId Place, uint8_t Pointers,
                                const std::vector<TermId> &Arguments, State &S) {
  std::vector<TermId> DroppedHere;
  Acquisition A = viaCall(Facts.summary(Callee).Acquired[Theirs.Acquired], Theirs.Acquired, E,
                          Callee, Pointers, Place, Arguments, S, DroppedHere);
  A.Given = entryFacts(S);
  HeldLock H = Theirs;
  H.Place = Place;
  H.Acquired = record(std::move(A), true);
  acquire(S, H, H.Acquired);
}

/// The value of the call; none where what is known of it contradicts the outcome.
TermId Interpreter::resultOf(const CallEvent &E, FunctionId Callee, const Outcome &O, TermId Stated,
                             const std::vector<TermId> &Arguments, uint32_t At, State &S) {
  // A predicate of global state gives an answer; see dependsOnGlobal().
  bool Computed =
      Stated && (Terms[Stated].Kind == TermKind::Binary || Terms[Stated].Kind == TermKind::Unary);
  TermId Value = Computed && isGlobalState(O.Result) ? TermId() : Stated;
  if (Facts.summary(Callee).Pure && Arguments.size() <= 2 && isNameable(Arguments)) {
    TermId Said = Terms.call(Callee, Arguments.empty() ? TermId() : Arguments[0],
                             Arguments.size() < 2 ? TermId() : Arguments[1]);
    if (!Valuation(Terms, S).restrict(Said, O.Returns)) // said otherwise before
      return TermId();
    if (!Value)
      Value = Said;
  }
  if (!Value)
    Value = fresh(S, At, 0);
  if (!Valuation(Terms, S).restrict(Value, O.Returns))
    return TermId();
  if (!E.Result)
    return Value;
  TermId Here = Terms.local(E.Result);
  std::vector<std::pair<TermId, TermId>> Members;
  for (auto [Place, Inside] : O.Members)
    Members.push_back({rebase(Place, Terms.anyPlace(), Here), instantiate(Inside, Arguments, S)});
  write(S, Here, O.Members.empty() ? Value : Terms.load(Here));
  for (auto [Place, Inside] : Members)
    S.Store[Place] = Inside;
  return Value;
}

void Interpreter::applyOutcome(const CallEvent &E, FunctionId Callee, const Outcome &O,
                               uint8_t Pointers, const std::vector<TermId> &Arguments, uint32_t At,
                               State S, std::vector<State> &Out) {
  Valuation Values(Terms, S);
  // What it says is remembered, not why; unless it is a lock that depends on it.
  bool Answers = llvm::none_of(Facts.summary(Callee).Outcomes, [](const Outcome &Each) {
    return !Each.Held.empty() || !Each.Dropped.empty();
  });
  for (const auto &[Value, R] : O.Given) {
    TermId Mine = instantiate(Value, Arguments, S);
    if (Answers && isGlobalState(Value) ? Values.rangeOf(Mine).intersect(R).isEmpty()
                                        : !Values.restrict(Mine, R))
      return;
  }
  // All that the outcome says of memory before the call, before anything changes.
  TermId Stated = O.Result ? instantiate(O.Result, Arguments, S) : TermId();
  std::vector<std::pair<TermId, TermId>> Writes;
  for (auto [Place, Value] : O.Writes)
    Writes.push_back({instantiate(Place, Arguments, S), instantiate(Value, Arguments, S)});
  std::vector<TermId> Taken, Released, AfterPlaces;
  for (const HeldLock &H : O.Held)
    Taken.push_back(instantiate(H.Place, Arguments, S));
  for (TermId D : O.Dropped)
    Released.push_back(instantiate(D, Arguments, S));
  std::vector<DoubtfulLock> Doubts;
  for (const DoubtfulLock &D : O.Doubtful)
    Doubts.push_back({instantiate(D.Place, Arguments, S), D.Suspect});
  for (const Outcome::AfterFact &Fact : O.After)
    AfterPlaces.push_back(Fact.Place ? instantiate(Fact.Place, Arguments, S) : TermId());

  for (TermId Place : Released)
    if (llvm::any_of(Doubts, [&](const DoubtfulLock &D) { return D.Place == Place; }))
      forgetHeld(S, Place);
    else
      release(S, Place, LockKind::Other, std::nullopt, E.Where);
  for (size_t I = 0; I != Taken.size(); ++I)
    if (!(Terms.traits(Taken[I]) & MentionsReturned))
      acquireTheirs(E, Callee, O.Held[I], Taken[I], Pointers, Arguments, S);
  for (const DoubtfulLock &D : Doubts)
    doubt(S, D);
  irqOfOutcome(E, Callee, O, Pointers, At, S);

  std::vector<TermId> Returned{resultOf(E, Callee, O, Stated, Arguments, At, S)};
  if (!Returned.front())
    return;
  // Memory of the heap is taken to keep its value across calls: `if (p->locked)` before and after.
  bool HandsOut = llvm::any_of(Taken, [&](TermId T) { return Terms.traits(T) & MentionsReturned; });
  uint32_t Which = FirstOfWrites;
  for (auto [Place, Value] : Writes) {
    // What the path knows of it would be wrong from here on.
    auto IsKnown = [&] {
      TermId Before = Terms.load(Place);
      return llvm::any_of(S.Facts, [&](auto &F) { return Terms.mentions(F.first, Before); });
    };
    bool Followed = (Terms.traits(Place) & MentionsLocal) || isOutParameter(Place) || IsKnown();
    if (Value == Terms.any() && Which != FirstOfForgotten && (Followed || HandsOut))
      Value = fresh(S, At, Which++);
    Returned.push_back(Value);
    if (Followed)
      write(S, Place, Value);
  }
  for (size_t I = 0; I != Taken.size(); ++I)
    if (Terms.traits(Taken[I]) & MentionsReturned)
      acquireTheirs(E, Callee, O.Held[I], withReturned(Taken[I], O, Returned), Pointers, Arguments,
                    S);
  for (size_t I = 0; I != O.After.size(); ++I) {
    TermId Value = AfterPlaces[I] ? read(S, AfterPlaces[I]) : Returned.front();
    if (!(Terms.traits(Value) & MentionsAny))
      (void)Valuation(Terms, S).restrict(
          Terms.binary(O.After[I].Op, Value, Terms.integer(O.After[I].Number)), O.After[I].Is);
  }
  if (Facts.summary(Callee).Opaque)
    forgetPassed(E, Arguments, At, S);
  Out.push_back(std::move(S));
}

/// What the callee hands out, in place of its name for that.
TermId Interpreter::withReturned(TermId T, const Outcome &O, const std::vector<TermId> &Returned) {
  return Terms.substitute(
      T,
      [&](TermId Leaf) {
        const Term &L = Terms[Leaf];
        if (L.Kind != TermKind::Returned)
          return Leaf;
        if (!L.A)
          return Returned.front();
        auto Write = llvm::find_if(O.Writes, [&](auto &W) { return W.first == L.A; });
        return Write == O.Writes.end() ? Terms.any()
                                       : Returned[1 + size_t(Write - O.Writes.begin())];
      },
      [](TermId) { return TermId(); });
}

} // namespace lockorder
