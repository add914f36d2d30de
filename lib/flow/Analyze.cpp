//===- Analyze.cpp - All functions, callees first -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/CallOrder.h"
#include "flow/Entries.h"
#include "flow/ForgetUnused.h"
#include "flow/Interpreter.h"
#include "flow/KnownKernel.h"
#include "flow/Signals.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/PrettyStackTrace.h"
#include <ctime>

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

/// A call through a member: the caller, and what it holds there beyond what it was entered with.
using MemberCall = std::tuple<FieldId, FunctionId, std::vector<TermId>>;

/// Analyses the members of one component until what they tell each other settles, at most
/// MaxRounds times each.
class ComponentSolver {
public:
  static constexpr unsigned MaxRounds = 3;

  ComponentSolver(const Program &P, const KernelModel &Model, LockFacts &Facts,
                  const CallOrder &Calls,
                  std::vector<std::map<FunctionId, std::vector<TermId>>> &AtCalls)
      : P(P), Model(Model), Facts(Facts), Calls(Calls), AtCalls(AtCalls),
        Signatures(P.Functions.size()), Together(P.Functions.size()) {}

  void solve(const std::vector<FunctionId> &Component) {
    bool Recursive = Component.size() > 1 ||
                     llvm::is_contained(P.Callers[Component.front().index()], Component.front());
    std::map<FunctionId, std::unique_ptr<Interpreter>> Latest;
    std::map<FunctionId, std::clock_t> Spent;
    std::vector<FunctionId> Order = Recursive ? Calls.inward(Component) : Component;
    std::set<FunctionId> Stale(Order.begin(), Order.end());
    for (FunctionId F : Component)
      Together[F.index()] = Recursive;
    for (unsigned Round = 0; Round != MaxRounds && !Stale.empty(); ++Round) {
      for (FunctionId F : Order) {
        if (Stale.erase(F) == 0)
          continue;
        auto I = std::make_unique<Interpreter>(P, Model, Facts, F);
        I->recursesWith(Together);
        if (auto Last = Latest.find(F); Last != Latest.end())
          I->resume(*Last->second, Summary(Facts.summary(F)));
        std::clock_t Begin = std::clock();
        llvm::PrettyStackTraceFormat Trace("analysing %s", P.nameOf(F).str().c_str());
        I->run();
        Spent[F] += std::clock() - Begin;
        size_t Now = signature(I->Result);
        Facts.Summaries[F.index()] = std::move(I->Result);
        Latest[F] = std::move(I);
        bool Changed = Recursive && (Round == 0 || Now != Signatures[F.index()]);
        Signatures[F.index()] = Now;
        if (!Changed)
          continue;
        for (FunctionId Caller : P.Callers[F.index()])
          if (Latest.contains(Caller)) // it has used what was known before
            Stale.insert(Caller);
      }
    }
    for (auto &[F, I] : Latest) {
      std::clock_t Begin = std::clock();
      if (I->claimsSomething())
        lookAgain(F, *I);
      forgetUnused(Facts.Summaries[F.index()], *I, /*Renumber=*/!Recursive, Facts.Pool);
      Spent[F] += std::clock() - Begin;
      llvm::append_range(Facts.Orders, I->Orders);
      llvm::append_range(Facts.Relocks, I->Relocks);
      llvm::append_range(Facts.Balances, I->Balances);
      llvm::append_range(Facts.IrqFlags, I->IrqFlags);
      llvm::append_range(Facts.Sleeps, I->Sleeps);
      llvm::append_range(Facts.Starts, I->Starts);
      llvm::append_range(Facts.Signals, I->Signals);
      AtCalls[F.index()] = std::move(I->Gates);
      for (auto &[Member, Under] : I->MemberGates)
        ThroughMembers.push_back({Member, F, std::move(Under)});
      Facts.CappedFunctions += I->Capped;
      const Summary &S = Facts.summary(F);
      Facts.Costs.push_back(
          {double(Spent[F]) / CLOCKS_PER_SEC, I->visits(), S.Offered.size(), S.Outcomes.size(), F});
    }
    for (FunctionId F : Component)
      Together[F.index()] = false;
  }

  std::vector<MemberCall> ThroughMembers;

private:
  /// What is claimed of one path has to be true of a path that nothing was joined into.
  void lookAgain(FunctionId F, Interpreter &First) {
    Summary &Known = Facts.Summaries[F.index()];
    size_t Before = Known.Acquired.size();
    llvm::PrettyStackTraceFormat Trace("looking at each path of %s", P.nameOf(F).str().c_str());
    std::set<AcquisitionRef> Claimed = First.claimed(Known);
    Interpreter Second(P, Model, Facts, F);
    Second.resume(First, Summary(Known));
    Second.recursesWith(Together);
    Second.followEachPath(std::move(Claimed));
    Second.run();
    Facts.SecondLooks += 1;
    if (Second.Capped) {
      Facts.CappedLooks += 1;
      First.markUnconfirmed();
      return;
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
  }

  const Program &P;
  const KernelModel &Model;
  LockFacts &Facts;
  const CallOrder &Calls;
  std::vector<std::map<FunctionId, std::vector<TermId>>> &AtCalls;
  std::vector<size_t> Signatures;
  std::vector<bool> Together; ///< whether a function is of the component that is being solved
};

/// Functions that run only while the kernel or a module comes up or goes away.
std::vector<bool> initOnly(const Program &P, const std::vector<std::vector<FunctionId>> &Order) {
  std::vector<bool> Init(P.Functions.size());
  auto Flagged = [&](FunctionId F) { return (P.function(F).Flags & (FlagInit | FlagExit)) != 0; };
  for (const std::vector<FunctionId> &Component : llvm::reverse(Order))
    for (FunctionId F : Component) {
      const std::vector<FunctionId> &Callers = P.Callers[F.index()];
      Init[F.index()] =
          Flagged(F) ||
          (!Callers.empty() && Component.size() == 1 &&
           llvm::all_of(Callers, [&](FunctionId C) { return C != F && Init[C.index()]; }));
    }
  return Init;
}

/// What every call of a function holds, global locks and sections: what its callers hold at the
/// call, and what they were themselves entered with.
std::vector<std::vector<TermId>>
entryGates(const Program &P, const std::vector<std::vector<FunctionId>> &Order,
           const std::vector<std::map<FunctionId, std::vector<TermId>>> &AtCalls,
           const std::map<FunctionId, std::vector<TermId>> &Started) {
  std::vector<std::vector<TermId>> Gates(P.Functions.size());
  for (const std::vector<FunctionId> &Component : llvm::reverse(Order)) {
    if (Component.size() != 1)
      continue; // recursion: nothing is sure
    FunctionId F = Component.front();
    bool First = true;
    std::vector<TermId> Always;
    for (FunctionId Caller : P.Callers[F.index()]) {
      std::vector<TermId> Held = Gates[Caller.index()];
      auto It = AtCalls[Caller.index()].find(F);
      if (It != AtCalls[Caller.index()].end())
        Held.insert(Held.end(), It->second.begin(), It->second.end());
      llvm::sort(Held);
      Held.erase(std::unique(Held.begin(), Held.end()), Held.end());
      if (First)
        Always = Held;
      else
        llvm::erase_if(Always, [&](TermId T) { return !llvm::binary_search(Held, T); });
      First = false;
    }
    auto Start = Started.find(F);
    if (Start != Started.end() && First)
      Always = Start->second; // nobody calls it
    else if (Start != Started.end())
      llvm::erase_if(Always, [&](TermId T) { return !llvm::is_contained(Start->second, T); });
    Gates[F.index()] = std::move(Always);
  }
  return Gates;
}

/// Where threads of execution begin, only interrupts find something switched off.
std::map<FunctionId, std::vector<TermId>> offAtStart(const Program &P, LockFacts &Facts) {
  std::map<FunctionId, std::vector<TermId>> Started;
  for (const StartEvent &S : Facts.Starts) {
    std::vector<TermId> Off;
    if (S.Ctx == Context::Hardirq || S.Ctx == Context::Softirq)
      Off = {Facts.Terms.section(S.Ctx),
             Facts.Terms.section(S.Ctx == Context::Hardirq ? Context::Irq : Context::Bh)};
    llvm::sort(Off);
    auto [It, New] = Started.try_emplace(S.Started, Off);
    if (It->second != Off)
      It->second.clear();
  }
  for (const RootFact &R : P.Roots)
    if (FunctionId Body = P.symbol(R.Function).Body)
      Started[Body].clear();
  return Started;
}

/// What calls through one member have in common.
void addMemberCalls(const Program &P, LockFacts &Facts, std::vector<MemberCall> Calls) {
  for (auto &[Member, Caller, Under] : Calls) {
    llvm::append_range(Under, Facts.EntryGates[Caller.index()]);
    llvm::sort(Under);
    auto [It, First] = Facts.ThroughMembers.try_emplace(Member);
    if (First)
      It->second.Under = Under;
    llvm::erase_if(It->second.Under, [&](TermId T) { return !llvm::binary_search(Under, T); });
    if (FileId File = P.function(Caller).Where.File)
      It->second.In.insert(File);
  }
}

} // namespace

std::unique_ptr<LockFacts> analyze(const Program &P, const KernelModel &Model,
                                   const LockRules &Rules, const KernelFacts *Known) {
  auto Owner = std::make_unique<LockFacts>(P);
  LockFacts &Facts = *Owner;
  Facts.Rules = Rules;
  Facts.Classes = std::make_unique<ClassTable>(P, Model, Facts.Terms);
  Facts.Summaries.resize(P.Functions.size());
  Facts.HrTimers = findHrTimers(P);
  Facts.Bound = boundFields(P, Facts.HrTimers);
  for (uint32_t I = 0; I != P.Symbols.size(); ++I)
    if (const Symbol &S = P.Symbols[I].Name; S.Kind == SymbolKind::Object) {
      if (Model.hasPseudoLock(S.Name)) {
        Facts.Pseudo.insert(SymbolId(I));
        if (Model.hasNarrower(S.Name))
          Facts.Coarse.insert(SymbolId(I));
      }
      if (S.Name == "fs_reclaim")
        Facts.Reclaim = Facts.Terms.global(SymbolId(I));
      else if (S.Name == "memalloc_nofs")
        Facts.NoReclaim = Facts.Terms.global(SymbolId(I));
    }
  for (const InitFact &I : P.Inits)
    if (TermId Object = Facts.Terms.global(I.Object); I.Count != 1)
      if (ClassId Class =
              Facts.Classes->classOf(I.Fld ? Facts.Terms.member(Object, I.Fld) : Object, 0, true))
        Facts.NoMutex.insert(Class);
  std::vector<std::map<FunctionId, std::vector<TermId>>> AtCalls(P.Functions.size());
  CallOrder Calls(P, Model);
  const std::vector<std::vector<FunctionId>> &Order = Calls.components();
  ComponentSolver Solver(P, Model, Facts, Calls, AtCalls);
  std::optional<KnownKernel> Kernel;
  if (Known)
    Kernel.emplace(P, *Known, Facts);
  for (const std::vector<FunctionId> &Component : Order)
    if (!(P.function(Component.front()).Flags & FlagKnown))
      Solver.solve(Component);
    else if (!P.Callers[Component.front().index()].empty())
      Kernel->install(Component.front());
  llvm::erase_if(Facts.Balances, [&](const BalanceEvent &E) {
    return E.Acquired && Facts.Excused.contains({E.In, *E.Acquired});
  });
  llvm::sort(Facts.Costs, std::greater<>());
  constexpr size_t Kept = 20;
  if (Facts.Costs.size() > Kept)
    Facts.Costs.resize(Kept);
  Facts.EntryGates = entryGates(P, Order, AtCalls, offAtStart(P, Facts));
  addMemberCalls(P, Facts, std::move(Solver.ThroughMembers));
  for (std::vector<TermId> &Gates : Facts.EntryGates) // no gates: others may have them off as well
    llvm::erase_if(Gates, [&](TermId T) { return Facts.Terms.isSection(T); });
  Facts.InitOnly = initOnly(P, Order);
  llvm::sort(Facts.Starts, [](const StartEvent &A, const StartEvent &B) {
    return std::tuple(A.Started, A.In, A.Where) < std::tuple(B.Started, B.In, B.Where);
  });
  if (Kernel) {
    for (const StartEvent &S : Facts.Starts)
      if (P.function(S.Started).Flags & FlagKnown)
        Kernel->install(S.Started);
    Kernel->addUses();
  }
  findEntries(P, Model, Facts, Kernel ? Kernel->contexts() : std::vector<CalledUnder>());
  llvm::sort(Facts.Signals, [](const SignalEvent &A, const SignalEvent &B) {
    return std::tuple(A.In, A.Where, A.On) < std::tuple(B.In, B.Where, B.On);
  });
  addEntryRelocks(P, Facts);
  addBoundOrders(P, Facts, Kernel ? Kernel->wanted() : std::set<ClassId>());
  addSignalOrders(P, Facts);
  if (Kernel)
    Kernel->addOrders();
  return Owner;
}

} // namespace lockorder
