//===- Analyze.cpp - All functions, callees first -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Parallel.h"
#include "flow/CalleesFirst.h"
#include "flow/ComponentSolver.h"
#include "flow/Entries.h"
#include "flow/KnownKernel.h"
#include "flow/Signals.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

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
      if (Always.empty())
        break; // whatever the others hold
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

/// Objects of which the model or the rules speak by name.
void nameLocks(const Program &P, const KernelModel &Model, LockFacts &Facts) {
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
}

/// What calls through one member have in common.
void addMemberCalls(const Program &P, LockFacts &Facts,
                    std::vector<ComponentSolver::MemberCall> Calls) {
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
                                   const LockRules &Rules, const KernelFacts *Known,
                                   StoredResults *Before, unsigned Threads) {
  auto Owner = std::make_unique<LockFacts>(P, Model);
  LockFacts &Facts = *Owner;
  Facts.Rules = Rules;
  Facts.Classes = std::make_unique<ClassTable>(P, Model, Facts.Terms);
  std::optional<CallOrder> Ordered;
  const std::function<void()> Independent[] = {
      [&] {
        Facts.HrTimers = findHrTimers(P);
        Facts.Bound = boundFields(P, Facts.HrTimers);
      },
      [&] { Ordered.emplace(P, Facts.Leaves); },
      [&] { nameLocks(P, Model, Facts); },
  };
  inParallel(std::size(Independent), Threads, [&](size_t I) { Independent[I](); });
  for (const InitFact &I : P.Inits)
    if (TermId Object = Facts.Terms.global(I.Object); I.Count != 1)
      if (ClassId Class =
              Facts.Classes->classOf(I.Fld ? Facts.Terms.member(Object, I.Fld) : Object, 0, true))
        Facts.Noted.NoMutex.insert(Class);
  const CallOrder &Calls = *Ordered;
  const std::vector<std::vector<FunctionId>> &Order = Calls.components();
  assert(!(Known && Before) && "results of code that is elsewhere are not kept");
  if (Before)
    Before->begin(P, Facts);
  ComponentSolver Solver(P, Model, Facts, Calls, Before);
  std::optional<KnownKernel> Kernel;
  if (Known)
    Kernel.emplace(P, *Known, Facts);
  CalleesFirst(P, Calls).run(Known ? 1 : Threads, [&](uint32_t Component) {
    FunctionId First = Order[Component].front();
    if (!(P.function(First).Flags & FlagKnown))
      Solver.solve(Component);
    else if (!P.Callers[First.index()].empty())
      Kernel->install(First);
  });
  Solver.gather(Threads);
  llvm::erase_if(Facts.Balances, [&](const BalanceEvent &E) {
    return E.Acquired && Facts.Noted.Excused.contains({E.In, *E.Acquired});
  });
  llvm::sort(Facts.Costs, std::greater<>());
  constexpr size_t Kept = 20;
  if (Facts.Costs.size() > Kept)
    Facts.Costs.resize(Kept);
  Facts.EntryGates = entryGates(P, Order, Solver.AtCalls, offAtStart(P, Facts));
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
  addBoundOrders(P, Facts, Kernel ? Kernel->wanted() : std::set<ClassId>(), Threads);
  addSignalOrders(P, Facts);
  if (Kernel)
    Kernel->addOrders();
  return Owner;
}

} // namespace lockorder
