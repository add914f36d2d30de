//===- Interpreter.cpp - One function, path by path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace lockorder {

Interpreter::Interpreter(const Program &P, const KernelModel &Model, LockFacts &Facts, Notes &Noted,
                         FunctionId F)
    : P(P), Model(Model), Facts(Facts), Noted(Noted), Terms(Facts.Terms), Self(F), F(P.function(F)),
      Join(Terms), Live(P.function(F)) {
  Blocks.resize(this->F.Blocks.size());
  Fixed.resize(this->F.Nodes.size());
  uint32_t Count = 1;
  for (const Block &B : this->F.Blocks) {
    FirstEvent.push_back(Count);
    Count += static_cast<uint32_t>(B.Events.size());
  }
  for (const Block &B : this->F.Blocks)
    for (const Successor &Next : B.Successors) {
      BlockStates &To = Blocks[Next.To.index()];
      ++To.Predecessors;
      To.IsLoop |= Next.To.index() <= static_cast<uint32_t>(&B - this->F.Blocks.data());
    }
  ExitNumber = static_cast<uint32_t>(Blocks.size());
  findLockPointers();
}

void Interpreter::findLockPointers() {
  auto ForEach = [&](auto &&Visit) {
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        Visit(E);
  };
  ForEach([&](const Event &E) {
    if (const auto *Api = std::get_if<ApiEvent>(&E))
      for (const Effect &What : Api->Effects)
        if (What.Kind == EffectKind::Acquire || What.Kind == EffectKind::Release)
          if (const Node &N = F.Nodes[What.Object.index()]; N.Kind == Op::Deref)
            noteLockPointer(N.A);
  });
  // And what they get their values from: of `lock = c ? &a : NULL`, the value of `?:`.
  for (size_t Before = 0; Before != LockPointers.size();) {
    Before = LockPointers.size();
    ForEach([&](const Event &E) {
      if (const auto *Assign = std::get_if<AssignEvent>(&E))
        if (const Node &To = F.Nodes[Assign->Target.index()];
            To.Kind == Op::Var && LockPointers.contains(Terms.local(To.Variable)))
          noteLockPointer(Assign->Value);
    });
  }
}

/// `lock` of `down_read(lock)`.
void Interpreter::noteLockPointer(NodeId Pointer) {
  if (const Node &N = F.Nodes[Pointer.index()]; N.Kind == Op::Load)
    if (const Node &Place = F.Nodes[N.A.index()]; Place.Kind == Op::Var)
      LockPointers.insert(Terms.local(Place.Variable));
}

void Interpreter::resume(Interpreter &Last, Summary &&Before) {
  Recorded = std::move(Last.Recorded);
  Result.Acquired = std::move(Before.Acquired);
  Current.assign(Result.Acquired.size(), false);
}

void Interpreter::run() {
  Result.Analysed = true;
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events)
      Result.Returns |= std::holds_alternative<ReturnEvent>(E);
  if (F.Blocks.empty()) {
    Result.Returns = true;
    Result.Outcomes.push_back({});
    return;
  }
  if (!EachPath && !concernsLocks()) {
    if (F.Blocks.size() > SmallFunction) {
      Result.Opaque = true;
      Result.Outcomes.push_back({});
      Result.Pure = isPure();
      return;
    }
    PathByPath = isAcyclic();
  }
  State Start;
  for (uint32_t I = 0; I != F.Parameters; ++I)
    Start.Store[Terms.local(VarId(I))] = Terms.param(I);
  enter(BlockId(0), std::move(Start));
  // Blocks are in reverse post-order: a sweep has seen all of a block's predecessors but back
  // edges, so that all ways round a loop meet before it is run again.
  for (bool Again = true; Again;) {
    Again = false;
    for (size_t B = 0; B != Blocks.size(); ++B) {
      BlockStates &Here = Blocks[B];
      for (auto It = Here.Dirty.begin(); It != Here.Dirty.end();) {
        if (EachPath && Capped)
          return; // nothing that it says will be believed
        if (++Here.Visits > MaxSteps && !EachPath) {
          Capped = true;
          break;
        }
        State &Known = Here.States[*It];
        State S = EachPath ? std::move(Known) : Known; // alone, it is never joined
        It = Here.Dirty.erase(It);
        runBlock(BlockId(static_cast<uint32_t>(B)), std::move(S));
        Again = true;
      }
    }
  }
  finish();
}

uint64_t Interpreter::visits() const {
  uint64_t Sum = 0;
  for (const BlockStates &B : Blocks)
    Sum += B.Visits;
  return Sum;
}

/// Blocks are in reverse post-order: only a back edge leads to an earlier one.
bool Interpreter::isAcyclic() const {
  for (size_t B = 0; B != F.Blocks.size(); ++B)
    for (const Successor &Next : F.Blocks[B].Successors)
      if (Next.To.index() <= B)
        return false;
  return true;
}

/// Whether anything in the function, or in what it calls, takes or gives back a lock or starts a
/// thread.
bool Interpreter::concernsLocks() const {
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events) {
      if (const auto *Api = std::get_if<ApiEvent>(&E)) {
        for (const Effect &What : Api->Effects)
          if (What.Kind != EffectKind::Context ||
              (What.Kind == EffectKind::Context && What.Ctx == Context::Irq) ||
              isSection(*Api, What))
            return true;
      } else if (const auto *Call = std::get_if<CallEvent>(&E)) {
        Targets To = P.targets(F, *Call);
        if (sleepsElsewhere(*Call, To))
          return true;
        if (To.How != Targets::State::Direct && To.How != Targets::State::Pointer)
          continue;
        for (FunctionId Callee : To.Functions) {
          if (Facts.Leaves.endsAt(Callee, F))
            continue;
          const Summary &S = Facts.summary(Callee);
          if (!S.Offered.empty() || !S.Relative.empty() || !S.Analysed || !S.Returns ||
              S.Enables.Happens)
            return true;
          for (const Outcome &O : S.Outcomes)
            if (!O.Held.empty() || !O.Dropped.empty() || !O.IrqOpened.empty() || O.IrqClosed)
              return true;
        }
      }
    }
  return false;
}

/// The variable that a place in the function's own frame belongs to.
static VarId localOf(const TermTable &Terms, TermId Place) {
  while (Terms[Place].Kind == TermKind::Member || Terms[Place].Kind == TermKind::Element ||
         Terms[Place].Kind == TermKind::Outer)
    Place = Terms[Place].A;
  return Terms[Place].Kind == TermKind::Local ? VarId(Terms[Place].Index) : VarId();
}

/// Drops what no path from here can ask for: dead locals, and facts about symbols that nothing
/// names.
void Interpreter::forgetDead(State &S, BlockId At) {
  for (auto It = S.Store.begin(); It != S.Store.end();) {
    VarId Local = localOf(Terms, It->first);
    It = Local && !Live.isLive(Local, At) ? S.Store.erase(It) : std::next(It);
  }
  auto IsNamed = [&](TermId Symbol) {
    for (auto [Place, Value] : S.Store)
      if (Terms.mentions(Value, Symbol) || Terms.mentions(Place, Symbol))
        return true;
    for (const HeldLock &H : S.Held)
      if (Terms.mentions(H.Place, Symbol))
        return true;
    return S.Result && Terms.mentions(S.Result, Symbol);
  };
  std::map<TermId, bool> Known;
  for (auto It = S.Facts.begin(); It != S.Facts.end();) {
    bool Useful = !(Terms.traits(It->first) & MentionsAny);
    if (Useful && (Terms.traits(It->first) & MentionsFresh))
      Terms.forEachFresh(It->first, [&](TermId Symbol) {
        auto [Named, New] = Known.try_emplace(Symbol);
        if (New)
          Named->second = IsNamed(Symbol);
        Useful &= Named->second;
      });
    It = Useful ? std::next(It) : S.Facts.erase(It);
  }
}

/// Local variables that point to what has a name here, while there are few such cases.
void Interpreter::pin(State &S, const BlockStates &At) const {
  S.Pins.clear();
  if (At.States.size() >= MaxPinned)
    return;
  for (auto [Place, Value] : S.Store)
    if (Terms[Place].Kind == TermKind::Local && Terms[Value].Kind == TermKind::Addr &&
        !(Terms.traits(Value) & (MentionsFresh | MentionsAny)) &&
        (!(Terms.traits(Value) & MentionsMemory) || LockPointers.contains(Place)))
      S.Pins.push_back({Place, Value});
}

void Interpreter::enter(BlockId To, State S) {
  forgetDead(S, To);
  if (EachPath)
    return enterAlone(To, std::move(S));
  BlockStates &There = Blocks[To.index()];
  pin(S, There);
  for (unsigned Tries = 0; Tries != 8; ++Tries) {
    auto Next = static_cast<uint32_t>(There.States.size());
    auto [It, New] = There.Groups.try_emplace(S.key(), Next);
    if (New && Next == MaxStates) {
      There.Groups.erase(It);
      Capped = true;
      return;
    }
    if (New) {
      There.States.push_back(std::move(S));
      There.Joins.push_back(0);
      There.Dirty.insert(Next);
      return;
    }
    constexpr unsigned Patience = 3; // joins that may still learn something
    bool Hurry = ++There.Joins[It->second] > Patience * (1 + There.Predecessors);
    JoinResult Joined = Join.join(There.States[It->second], S, To.index(), Hurry);
    if (Joined.Rekeyed)
      continue; // S now speaks of stale values: another group
    if (Joined.Changed)
      There.Dirty.insert(It->second);
    return;
  }
  Capped = true;
}

void Interpreter::runBlock(BlockId Id, State S) {
  const Block &B = F.Blocks[Id.index()];
  std::vector<State> States;
  States.push_back(std::move(S));
  for (size_t I = 0; I != B.Events.size() && !States.empty(); ++I) {
    Crowded = !EachPath && States.size() >= ManyStates;
    apply(B.Events[I], FirstEvent[Id.index()] + static_cast<uint32_t>(I), States);
    if (States.size() > MaxStates) {
      States.resize(MaxStates);
      Capped = true;
    }
  }
  for (State &Each : States)
    leave(B, std::move(Each));
}

/// Ways to return are told apart by what is held, and by what a caller would test the result for.
State::Key Interpreter::exitKey(State &S) {
  S.Pins.clear();
  State::Key Key = S.key();
  if (PathByPath || EachPath || !S.Result)
    return Key;
  Range R = Valuation(Terms, S).rangeOf(S.Result);
  std::get<2>(Key) = R.mustBeZero()      ? 1
                     : R.High < 0        ? 2
                     : R.Low > 0         ? 3
                     : R.mustBeNonZero() ? 4
                                         : 0;
  return Key;
}

void Interpreter::leave(const Block &From, State S) {
  if (From.Successors.empty()) {
    if (!S.Returned)
      return; // nothing comes back from here
    if (EachPath)
      S.Path = contentOf(S);
    auto [It, New] = Exits.try_emplace(exitKey(S));
    if (New)
      It->second = std::move(S);
    else
      Join.join(It->second, S, ExitNumber, false);
    return;
  }
  TermId Condition = From.Condition ? value(S, From.Condition) : TermId();
  uint32_t Here = static_cast<uint32_t>(&From - F.Blocks.data());
  for (const Successor &Next : From.Successors) {
    State To = &Next == &From.Successors.back() ? std::move(S) : S;
    if (EachPath && Next.To.index() <= Here && !turn(To, Next.To.index()))
      continue;
    Valuation Values(Terms, To);
    bool Feasible = true;
    switch (Next.On) {
    case Guard::Always:
      break;
    case Guard::True:
      Feasible = Values.assume(Condition, true);
      break;
    case Guard::False:
      Feasible = Values.assume(Condition, false);
      break;
    case Guard::Case:
      Feasible =
          Next.Low == Next.High
              ? Values.assume(Terms.binary(BinaryOp::Eq, Condition, Terms.integer(Next.Low)), true)
              : Values.restrict(Condition, Range::between(Next.Low, Next.High));
      break;
    case Guard::Default:
      for (const Successor &Other : From.Successors)
        if (Other.On == Guard::Case && Other.Low == Other.High && Feasible)
          Feasible =
              Values.assume(Terms.binary(BinaryOp::Eq, Condition, Terms.integer(Other.Low)), false);
      break;
    }
    if (PathByPath && From.Successors.size() > 1)
      To.Path = Paths < MaxPaths ? ++Paths : 0;
    if (!Feasible)
      continue;
    mergeEqual(To);
    enter(Next.To, std::move(To));
  }
}

} // namespace lockorder
