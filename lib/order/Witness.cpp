//===- Witness.cpp - From a root to the event, step by step -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/Witness.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

WitnessBuilder::WitnessBuilder(const Program &P, const LockFacts &Facts) : P(P), Facts(Facts) {
  IsRoot.resize(P.Functions.size());
  for (size_t F = 0; F != IsRoot.size(); ++F)
    IsRoot[F] = P.Callers[F].empty();
  for (const RootFact &R : P.Roots)
    if (FunctionId Body = P.symbol(R.Function).Body)
      IsRoot[Body.index()] = true;
  for (const StartEvent &S : Facts.Starts)
    IsRoot[S.Started.index()] = true;
}

Step WitnessBuilder::step(StepEvent Event, std::string Lock, FunctionId In, Site Where) const {
  return {Event, std::move(Lock), P.nameOf(In).str(), P.locate(Where), ""};
}

Site WitnessBuilder::callSite(FunctionId Caller, FunctionId Callee) const {
  const Function &F = P.function(Caller);
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events)
      if (const auto *Call = std::get_if<CallEvent>(&E))
        if (llvm::is_contained(P.targets(F, *Call).Functions, Callee))
          return Call->Where;
  return F.Where;
}

std::vector<Step> WitnessBuilder::entry(FunctionId F) const {
  // Breadth first over callers, to the nearest root: the first that is met.
  llvm::DenseMap<uint32_t, FunctionId> Towards{{F.index(), F}};
  std::vector<FunctionId> Queue{F};
  FunctionId Root = IsRoot[F.index()] ? F : FunctionId();
  for (size_t I = 0; I != Queue.size() && !Root; ++I)
    for (FunctionId Caller : P.Callers[Queue[I].index()]) {
      if (!Towards.try_emplace(Caller.index(), Queue[I]).second)
        continue;
      if (IsRoot[Caller.index()]) {
        Root = Caller;
        break;
      }
      Queue.push_back(Caller);
    }
  std::vector<Step> Steps;
  if (!Root)
    return Steps;
  auto Started = llvm::find_if(Facts.Starts, [&](auto &S) { return S.Started == Root; });
  if (Started != Facts.Starts.end()) {
    Step S = step(StepEvent::Starts, P.nameOf(Root).str(), Started->In, Started->Where);
    S.Note = P.Names[Started->Via];
    Steps.push_back(std::move(S));
  } else if (const RootFact *R = P.rootOf(Root)) {
    Step S = step(StepEvent::Enters, P.nameOf(Root).str(), Root, P.function(Root).Where);
    S.Note = P.Names[R->Via];
    Steps.push_back(std::move(S));
  }
  for (FunctionId Now = Root; Now != F; Now = Towards.at(Now.index())) {
    FunctionId Callee = Towards.at(Now.index());
    Steps.push_back(step(StepEvent::Calls, P.nameOf(Callee).str(), Now, callSite(Now, Callee)));
  }
  return Steps;
}

std::vector<Step> WitnessBuilder::acquisition(FunctionId F, uint32_t Acquired, StepEvent Last,
                                              const std::string &Lock) const {
  std::vector<Step> Steps;
  while (Steps.size() != LockFacts::MaxWay) {
    // Inside recursion an index may speak of the summary before the last round.
    const Acquisition *Found = Facts.Summaries.find({F, Acquired});
    if (!Found)
      break;
    const Acquisition &A = *Found;
    if (!A.Via.Function) {
      Steps.push_back(step(Last, Lock, F, A.Where));
      break;
    }
    Step Call = step(StepEvent::Calls, P.nameOf(A.Via.Function).str(), F, A.Where);
    const Acquisition *Inner = Facts.inCallee(A);
    if (Inner && Inner->Pointers < A.Pointers)
      Call.Note = "through a function pointer";
    Steps.push_back(std::move(Call));
    F = A.Via.Function;
    Acquired = A.Via.Index;
  }
  return Steps;
}

/// Appends both acquisitions; what they have in common of the way there, once.
void WitnessBuilder::holdsAndWants(Witness &W, FunctionId In, uint32_t First,
                                   const std::string &Held, uint32_t Second,
                                   const std::string &Wanted, StepEvent Last) const {
  const Acquisition &A = Facts.acquired(In, First), &B = Facts.acquired(In, Second);
  std::vector<Step> Holds = acquisition(In, First, StepEvent::Holds, Held);
  std::vector<Step> Wants = acquisition(In, Second, Last, Wanted);
  bool SameCall = A.Where == B.Where && A.Via.Function && A.Via.Function == B.Via.Function;
  size_t Common = 0;
  while (SameCall && Common < Holds.size() && Common < Wants.size() &&
         Holds[Common] == Wants[Common])
    ++Common;
  llvm::append_range(W.Steps, Holds);
  W.Steps.insert(W.Steps.end(), Wants.begin() + static_cast<ptrdiff_t>(Common), Wants.end());
}

/// How the function comes to hold that; if it runs with it, by whom it is started so.
std::vector<Step> WitnessBuilder::bound(FunctionId In, uint32_t First, ClassId Held) const {
  if (Facts.acquired(In, First).Kind == LockKind::Event)
    for (const EntryPoint &E : Facts.entriesOf(In))
      if (E.On == Held && E.Known)
        return begin(E);
  return entry(In);
}

Witness WitnessBuilder::order(const OrderEvent &E) const {
  Witness W;
  std::string From = Facts.Classes->spell(E.From), To = Facts.Classes->spell(E.To);
  W.Label = From + " -> " + To;
  W.Steps = bound(E.In, E.FromAcquired, E.From);
  const Acquisition &Second = Facts.acquired(E.In, E.ToAcquired);
  holdsAndWants(W, E.In, E.FromAcquired, From, E.ToAcquired, To,
                Second.Kind == LockKind::Event ? StepEvent::Waits : StepEvent::Wants);
  return W;
}

Witness WitnessBuilder::relock(const RelockEvent &E) const {
  Witness W;
  std::string Lock = spellLock(E.Class, E.Place);
  W.Label = "path";
  W.Steps = bound(E.In, E.First, E.Class);
  holdsAndWants(W, E.In, E.First, Lock, E.Second, Lock, StepEvent::Wants);
  return W;
}

/// From a call to what it leads to, as far as the summaries tell.
std::pair<FunctionId, const Acquisition *> WitnessBuilder::innermost(FunctionId F,
                                                                     uint32_t Acquired) const {
  const Acquisition &A = Facts.acquired(F, Acquired);
  auto Way = Facts.wayTo(A);
  return Way.empty() ? std::pair(F, &A) : Way.back();
}

std::string WitnessBuilder::apiOf(FunctionId F, uint32_t Acquired) const {
  const Acquisition *A = innermost(F, Acquired).second;
  std::string Name = A->Api       ? P.Names[A->Api]
                     : A->Sleeper ? P.symbol(A->Sleeper).Name.Name
                                  : std::string("it");
  return Name + "()";
}

std::pair<FunctionId, Site> WitnessBuilder::origin(FunctionId F, uint32_t Acquired) const {
  auto [In, A] = innermost(F, Acquired);
  return {In, A->Where};
}

Witness WitnessBuilder::sleep(const SleepEvent &E, const std::string &Region) const {
  Witness W;
  W.Label = "path";
  W.Steps = entry(E.In);
  holdsAndWants(W, E.In, E.Since, Region, E.Sleeps, apiOf(E.In, E.Sleeps), StepEvent::Sleeps);
  return W;
}

std::vector<Step> WitnessBuilder::begin(const EntryPoint &E) const {
  if (!E.Known)
    return {};
  Step S = E.In ? step(StepEvent::Starts, P.nameOf(E.Function).str(), E.In, E.Where)
                : step(StepEvent::Enters, P.nameOf(E.Function).str(), E.Function,
                       P.function(E.Function).Where);
  S.Note = E.Via;
  return {S};
}

Witness WitnessBuilder::sleepIn(const EntryPoint &E, uint32_t Sleeps) const {
  Witness W;
  W.Label = "path";
  W.Steps = begin(E);
  llvm::append_range(W.Steps,
                     acquisition(E.Function, Sleeps, StepEvent::Sleeps, apiOf(E.Function, Sleeps)));
  return W;
}

Witness WitnessBuilder::use(const EntryPoint &E, uint32_t Acquired, std::string Label,
                            const std::string &Lock) const {
  Witness W;
  W.Label = std::move(Label);
  W.Steps = begin(E);
  llvm::append_range(W.Steps, acquisition(E.Function, Acquired, StepEvent::Wants, Lock));
  return W;
}

std::vector<Step> WitnessBuilder::enabling(FunctionId F) const {
  std::vector<Step> Steps;
  constexpr unsigned MaxSteps = 64;
  while (Steps.size() != MaxSteps && Facts.summary(F).Enables.Happens) {
    const IrqEnabling &How = Facts.summary(F).Enables;
    if (!How.Via) {
      Steps.push_back(step(StepEvent::Releases, "hardirqs-off", F, How.Where));
      break;
    }
    Steps.push_back(step(StepEvent::Calls, P.nameOf(How.Via).str(), F, How.Where));
    F = How.Via;
  }
  return Steps;
}

std::string WitnessBuilder::spellLock(ClassId Class, TermId Place) const {
  return Class ? Facts.Classes->spell(Class) : spellTerm(Facts.Terms, P, Place);
}

} // namespace lockorder
