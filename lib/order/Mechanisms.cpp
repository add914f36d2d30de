//===- Mechanisms.cpp - What each mechanism takes away ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/Mechanisms.h"
#include "flow/CallOrder.h"
#include "order/NaiveGraph.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace lockorder {
namespace {

Mechanism measure(std::string Name, const std::vector<llvm::BitVector> &After) {
  Mechanism M;
  M.Name = std::move(Name);
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> Graph(After.size());
  std::vector<bool> InGraph(After.size());
  for (uint32_t From = 0; From != After.size(); ++From)
    for (unsigned To : After[From].set_bits()) {
      boost::add_edge(From, To, Graph);
      InGraph[From] = InGraph[To] = true;
      ++M.Edges;
      M.TwoCycles += From < To && After[To].test(From);
    }
  M.Classes = static_cast<uint64_t>(llvm::count(InGraph, true));
  if (After.empty())
    return M;
  std::vector<int> ComponentOf(After.size());
  int Count = boost::strong_components(
      Graph,
      boost::make_iterator_property_map(ComponentOf.begin(), get(boost::vertex_index, Graph)));
  std::vector<uint64_t> Sizes(static_cast<size_t>(Count));
  for (int C : ComponentOf)
    ++Sizes[static_cast<size_t>(C)];
  for (uint64_t Size : Sizes)
    M.Components += Size > 1;
  M.LargestComponent = *llvm::max_element(Sizes);
  return M;
}

/// The naive graphs, by which calls they follow.
void addNaive(const Program &P, const LeafFunctions &Leaves, std::vector<Mechanism> &Out) {
  enum Follow { Direct, NotLeaves, Fields, Fitting };
  auto CalleesOf = [&](Follow How, FunctionId Caller,
                       const CallEvent &Call) -> llvm::ArrayRef<FunctionId> {
    const Function &F = P.function(Caller);
    const Node &Callee = F.Nodes[Call.Callee.index()];
    if (Callee.Kind == Op::Function) {
      Targets To = P.targets(F, Call);
      bool IsLeaf =
          How != Direct && !To.Functions.empty() && Leaves.endsAt(To.Functions.front(), F);
      return IsLeaf ? llvm::ArrayRef<FunctionId>() : To.Functions;
    }
    if (How == Fitting)
      return P.targets(F, Call).Functions;
    if (How != Fields || Callee.Kind != Op::Load)
      return {};
    const Node &Place = withoutElements(F, Callee.A);
    if (Place.Kind != Op::Member)
      return {};
    auto Known = P.PointerTargets.find(Place.Fld);
    bool Narrow = Known != P.PointerTargets.end() && Known->second.size() <= Program::MaxTargets;
    return Narrow ? llvm::ArrayRef(Known->second) : llvm::ArrayRef<FunctionId>();
  };
  for (auto [How, Name] : {std::pair{Direct, "direct calls, no understanding"},
                           {NotLeaves, "core services are leaves"},
                           {Fields, "and pointers followed by record and field"},
                           {Fitting, "a dispatch fits its chain"}})
    Out.push_back(measure(Name, naiveOrders(P, [&](FunctionId Caller, const CallEvent &Call) {
                            return CalleesOf(How, Caller, Call);
                          })));
}

/// The last test that any two events of a two-cycle come to.
CycleDrop furthest(const OrderEdge &There, const OrderEdge &Back, CycleTests &Tests) {
  CycleDrop Best = CycleDrop::Readers;
  for (uint32_t A : There.Events)
    for (uint32_t B : Back.Events)
      if (Best != CycleDrop::None)
        Best = std::max(Best, Tests.test({A, B}));
  return Best;
}

} // namespace

std::vector<Mechanism> countMechanisms(const Program &P, const LockFacts &Facts,
                                       const LockGraph &Graph, OrderRefinement &Refinement) {
  std::vector<Mechanism> Out;
  addNaive(P, Facts.Leaves, Out);
  std::vector<llvm::BitVector> After(Facts.Classes->size(),
                                     llvm::BitVector(static_cast<unsigned>(Facts.Classes->size())));
  std::vector<llvm::BitVector> Known = After;
  auto IsKnown = [&](ClassId C) {
    return !(*Facts.Classes)[C].Fallback && !(*Facts.Classes)[C].ThroughPointer;
  };
  CycleTests Tests(P, Facts, Refinement);
  std::array<uint64_t, static_cast<size_t>(CycleDrop::None) + 1> Left = {};
  for (const OrderEdge &E : Graph.edges()) {
    After[E.From.index()].set(E.To.index());
    if (!IsKnown(E.From) || !IsKnown(E.To))
      continue;
    Known[E.From.index()].set(E.To.index());
    const OrderEdge *Back = E.From < E.To ? Graph.find(E.To, E.From) : nullptr;
    if (Back)
      ++Left[static_cast<size_t>(furthest(E, *Back, Tests))];
  }
  Out.push_back(measure("paths, and what callees give back", After));
  Out.push_back(measure("identity: it is known whose locks they are", Known));
  uint64_t TwoCycles = Out.back().TwoCycles;
  for (auto [Why, Name] : {std::pair{CycleDrop::Readers, "recursive readers"},
                           {CycleDrop::Strangers, "parallel: strangers are not waited for"},
                           {CycleDrop::Init, "init and publication"},
                           {CycleDrop::Gate, "gates"},
                           {CycleDrop::Refuted, "refinement: on a path of its own"}}) {
    TwoCycles -= Left[static_cast<size_t>(Why)];
    Out.push_back({Name, TwoCycles});
  }
  return Out;
}

} // namespace lockorder
