//===- Analyze.cpp - All functions, callees first -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/strong_components.hpp>

namespace lockorder {
namespace {

/// Components of the call graph, callees before callers; members ascending.
std::vector<std::vector<FunctionId>> bottomUp(const Program &P) {
  std::vector<uint32_t> ComponentOf(P.Functions.size());
  uint32_t Count = 0;
  if (!P.Functions.empty())
    Count = static_cast<uint32_t>(boost::strong_components(
        P.Calls,
        boost::make_iterator_property_map(ComponentOf.begin(), get(boost::vertex_index, P.Calls))));
  std::vector<std::vector<FunctionId>> Components(Count); // Tarjan numbers callees first
  for (uint32_t F = 0; F != P.Functions.size(); ++F)
    Components[ComponentOf[F]].push_back(FunctionId(F));
  return Components;
}

/// The members of a recursive component, callees first wherever the recursion allows: post-order of
/// a depth-first walk that starts at the members callers outside reach first.
std::vector<FunctionId> inwardOrder(const Program &P, const std::vector<FunctionId> &Members) {
  llvm::DenseSet<uint32_t> Inside, Seen;
  for (FunctionId F : Members)
    Inside.insert(F.index());
  std::vector<FunctionId> Order;
  auto Walk = [&](FunctionId Start) {
    using Iterator = boost::graph_traits<Program::CallGraph>::out_edge_iterator;
    std::vector<std::tuple<FunctionId, Iterator, Iterator>> Stack;
    auto Push = [&](FunctionId F) {
      if (!Seen.insert(F.index()).second)
        return;
      auto [First, Last] = boost::out_edges(size_t(F.index()), P.Calls);
      Stack.emplace_back(F, First, Last);
    };
    Push(Start);
    while (!Stack.empty()) {
      auto &[F, Next, Last] = Stack.back();
      if (Next == Last) {
        Order.push_back(F);
        Stack.pop_back();
        continue;
      }
      uint32_t Callee = static_cast<uint32_t>(boost::target(*Next++, P.Calls));
      if (Inside.contains(Callee))
        Push(FunctionId(Callee));
    }
  };
  for (FunctionId F : Members)
    if (llvm::any_of(P.Callers[F.index()],
                     [&](FunctionId C) { return !Inside.contains(C.index()); }))
      Walk(F);
  for (FunctionId F : Members)
    Walk(F);
  return Order;
}

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

/// Global locks that every call of a function holds: what its callers hold at the call, and what
/// they were themselves entered with.
std::vector<std::vector<TermId>>
entryGates(const Program &P, const std::vector<std::vector<FunctionId>> &Order,
           const std::vector<std::map<FunctionId, std::vector<TermId>>> &AtCalls,
           const std::vector<bool> &Started) {
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
    if (!Started[F.index()])
      Gates[F.index()] = std::move(Always);
  }
  return Gates;
}

} // namespace

std::unique_ptr<LockFacts> analyze(const Program &P, const KernelModel &Model) {
  auto Owner = std::make_unique<LockFacts>();
  LockFacts &Facts = *Owner;
  Facts.Classes = std::make_unique<ClassTable>(P, Model, Facts.Terms);
  Facts.Summaries.resize(P.Functions.size());
  std::vector<std::map<FunctionId, std::vector<TermId>>> AtCalls(P.Functions.size());
  std::vector<std::vector<FunctionId>> Order = bottomUp(P);
  for (const std::vector<FunctionId> &Component : Order) {
    // A component with recursion is analysed twice; see Summary.h.
    bool Recursive = Component.size() > 1 ||
                     llvm::is_contained(P.Callers[Component.front().index()], Component.front());
    std::vector<FunctionId> Inward = Recursive ? inwardOrder(P, Component) : Component;
    for (unsigned Round = 0; Round != (Recursive ? 2u : 1u); ++Round)
      for (FunctionId F : Inward) {
        Interpreter I(P, Model, Facts, F);
        I.run();
        bool Last = Round == (Recursive ? 1u : 0u);
        if (Last) {
          llvm::append_range(Facts.Orders, I.Orders);
          llvm::append_range(Facts.Relocks, I.Relocks);
          llvm::append_range(Facts.Starts, I.Starts);
          AtCalls[F.index()] = std::move(I.Gates);
          Facts.CappedFunctions += I.Capped;
          Facts.Costs.push_back({I.visits(), I.Result.Offered.size(), I.Result.Outcomes.size(), F});
        }
        Facts.Summaries[F.index()] = std::move(I.Result);
      }
  }
  llvm::sort(Facts.Costs, std::greater<>());
  constexpr size_t Kept = 20;
  if (Facts.Costs.size() > Kept)
    Facts.Costs.resize(Kept);
  std::vector<bool> Started(P.Functions.size());
  for (const StartEvent &S : Facts.Starts)
    Started[S.Started.index()] = true;
  for (const RootFact &R : P.Roots)
    if (FunctionId Body = P.symbol(R.Function).Body)
      Started[Body.index()] = true;
  Facts.EntryGates = entryGates(P, Order, AtCalls, Started);
  Facts.InitOnly = initOnly(P, Order);
  llvm::sort(Facts.Starts, [](const StartEvent &A, const StartEvent &B) {
    return std::tuple(A.Started, A.In, A.Where) < std::tuple(B.Started, B.In, B.Where);
  });
  return Owner;
}

} // namespace lockorder
