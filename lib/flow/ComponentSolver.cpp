//===- ComponentSolver.cpp - Functions that call each other -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/ComponentSolver.h"
#include "base/Parallel.h"
#include "flow/ForgetUnused.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/PrettyStackTrace.h"
#include <chrono>

namespace lockorder {
namespace {

/// What callers of a function depend on.
size_t signature(const Summary &S) {
  llvm::hash_code Hash = llvm::hash_combine(S.Returns, S.Relative.size());
  auto Add = [&](auto... Parts) { Hash = llvm::hash_combine(Hash, Parts...); };
  auto AddGiven = [&](const Conditions &Given) {
    for (auto [Value, R] : Given)
      Add(Value.bits(), R.Low, R.High, R.NonZero, R.Bits, R.Clear);
  };
  for (const Outcome &O : S.Outcomes) {
    Add(O.Result.bits(), O.Returns.Low, O.Returns.High, O.Returns.NonZero, O.Returns.Bits,
        O.Returns.Clear);
    for (const HeldLock &H : O.Held)
      Add(H.Place.bits(), H.Mode);
    Add(O.IrqClosed, O.IrqOpened.size());
    for (TermId D : O.Dropped)
      Add(D.bits());
    AddGiven(O.Given);
  }
  for (uint32_t I : S.Offered) {
    const Acquisition &A = S.Acquired[I];
    Add(A.Place.bits(), A.Mode, A.How, A.Subclass, A.IrqOff, A.BhOff, A.IrqClosed, A.InHardirq,
        A.InSoftirq);
    for (TermId D : A.Dropped)
      Add(D.bits());
    AddGiven(A.Given);
  }
  return Hash;
}

/// Not the processor's time: asking the kernel for that takes as long as many a function does.
double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

ComponentSolver::ComponentSolver(const Program &P, const KernelModel &Model, LockFacts &Facts,
                                 const CallOrder &Calls, StoredResults *Before)
    : AtCalls(P.Functions.size()), P(P), Model(Model), Facts(Facts), Calls(Calls), Before(Before),
      Solved(Calls.components().size()) {}

void ComponentSolver::solve(uint32_t Component) {
  ComponentResult &Found = Solved[Component] = findOrAnalyse(Component);
  for (auto &[F, R] : Found.Members)
    if (R.Later)
      Facts.Summaries.readLater(F, std::move(*R.Later));
    else
      Facts.Summaries[F] = std::move(R.Result);
}

ComponentResult ComponentSolver::findOrAnalyse(uint32_t Component) {
  const std::vector<FunctionId> &Members = Calls.components()[Component];
  bool Recursive = Calls.isRecursive(Component);
  std::vector<FunctionId> Order = Recursive ? Calls.inward(Members) : Members;
  if (!Before)
    return analyse(Order, Recursive);
  ComponentKey Key = Before->keys().keyOf(Before->keys().codeOf(Order));
  if (std::optional<ComponentResult> Known = Before->find(Key, Members))
    return std::move(*Known);
  ComponentResult Found = analyse(Order, Recursive);
  Before->keep(Key, Found);
  return Found;
}

ComponentResult ComponentSolver::analyse(const std::vector<FunctionId> &Order, bool Recursive) {
  ComponentResult Out;
  struct Latest {
    std::unique_ptr<Interpreter> Run;
    size_t Signature = 0; ///< of what it found
    double Took = 0;      ///< seconds, all runs
  };
  std::map<FunctionId, Latest> Members;
  std::set<FunctionId> Stale(Order.begin(), Order.end());
  for (unsigned Round = 0; Round != MaxRounds && !Stale.empty(); ++Round) {
    for (FunctionId F : Order) {
      if (Stale.erase(F) == 0)
        continue;
      auto I = std::make_unique<Interpreter>(P, Model, Facts, Out.Noted, F);
      if (Recursive)
        I->recurses(Calls);
      Latest &Last = Members[F];
      if (Last.Run)
        I->resume(*Last.Run, Summary(Facts.summary(F)));
      double Begin = seconds();
      llvm::PrettyStackTraceFormat Trace("analysing %s", P.nameOf(F).str().c_str());
      I->run();
      Last.Took += seconds() - Begin;
      size_t Was = std::exchange(Last.Signature, signature(I->Result));
      Facts.Summaries[F] = std::move(I->Result);
      Last.Run = std::move(I);
      if (!Recursive || (Round != 0 && Was == Last.Signature))
        continue;
      for (FunctionId Caller : P.Callers[F.index()])
        if (Members.contains(Caller)) // it has used what was known before
          Stale.insert(Caller);
    }
  }
  for (auto &[F, Last] : Members) {
    double Begin = seconds();
    FunctionResult R = lookAgain(F, *Last.Run, Out.Noted, Recursive);
    Summary &Own = Facts.Summaries[F];
    forgetUnused(Own, R, F, /*Renumber=*/!Recursive, Facts.Pool);
    Last.Took += seconds() - Begin;
    Out.Costs.push_back(
        {Last.Took, Last.Run->visits(), Own.Offered.size(), Own.Outcomes.size(), F});
    Out.Members.push_back({F, std::move(R)});
  }
  for (auto &[F, R] : Out.Members) { // the second looks needed all of them
    R.Result = std::move(Facts.Summaries[F]);
    R.Waits = R.Result.waits();
    for (OrderEvent &E : R.Orders)
      E.rate(R.Result);
  }
  return Out;
}

/// What is claimed of one path has to be true of a path that nothing was joined into.
FunctionResult ComponentSolver::lookAgain(FunctionId F, Interpreter &First, Notes &Noted,
                                          bool Recursive) {
  if (!First.claimsSomething())
    return std::move(First);
  Summary &Known = Facts.Summaries[F];
  size_t Before = Known.Acquired.size();
  llvm::PrettyStackTraceFormat Trace("looking at each path of %s", P.nameOf(F).str().c_str());
  std::set<AcquisitionRef> Claimed = First.claimed(Known);
  Interpreter Second(P, Model, Facts, Noted, F);
  Second.resume(First, Summary(Known));
  if (Recursive)
    Second.recurses(Calls);
  Second.followEachPath(std::move(Claimed));
  Second.run();
  if (Second.Capped) {
    First.markUnconfirmed();
    First.LookedAgain = First.CappedLook = true;
    return std::move(First);
  }
  for (size_t I = Before; I < Second.Result.Acquired.size(); ++I)
    Known.Acquired.push_back(std::move(Second.Result.Acquired[I]));
  llvm::erase_if(First.Relocks, [&](const RelockEvent &E) {
    return E.SameInstance && llvm::none_of(Second.Relocks, [&](const RelockEvent &O) {
             return O.First == E.First && O.Second == E.Second;
           });
  });
  First.Balances = std::move(Second.Balances);
  First.IrqFlags = std::move(Second.IrqFlags);
  First.Sleeps = std::move(Second.Sleeps);
  First.LookedAgain = true;
  return std::move(First);
}

void ComponentSolver::gather(unsigned Threads) {
  auto GatherNotes = [&] {
    for (ComponentResult &Each : Solved) {
      Facts.Noted.add(std::exchange(Each.Noted, {}));
      llvm::append_range(Facts.Costs, std::exchange(Each.Costs, {}));
    }
  };
  auto GatherMembers = [&] {
    for (ComponentResult &Each : Solved)
      for (auto &[F, R] : std::exchange(Each.Members, {}))
        gather(F, R);
  };
  inParallel(2, Threads, [&](size_t Which) { Which ? GatherMembers() : GatherNotes(); });
}

void ComponentSolver::gather(FunctionId F, FunctionResult &R) {
  llvm::append_range(Facts.Orders, std::move(R.Orders));
  llvm::append_range(Facts.Relocks, std::move(R.Relocks));
  llvm::append_range(Facts.Balances, std::move(R.Balances));
  llvm::append_range(Facts.IrqFlags, std::move(R.IrqFlags));
  llvm::append_range(Facts.Sleeps, std::move(R.Sleeps));
  llvm::append_range(Facts.Starts, std::move(R.Starts));
  llvm::append_range(Facts.Signals, std::move(R.Signals));
  AtCalls[F.index()] = std::move(R.Gates);
  for (auto &[Member, Under] : R.MemberGates)
    ThroughMembers.push_back({Member, F, std::move(Under)});
  if (R.Waits)
    Facts.Waiters.push_back(F);
  Facts.CappedFunctions += R.Capped;
  Facts.SecondLooks += R.LookedAgain;
  Facts.CappedLooks += R.CappedLook;
}

} // namespace lockorder
