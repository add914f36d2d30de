//===- CallOrder.cpp - Callees before callers -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/CallOrder.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/strong_components.hpp>

namespace lockorder {

CallOrder::CallOrder(const Program &P, const LeafFunctions &Leaves) : P(P) {
  std::vector<std::pair<uint32_t, uint32_t>> Edges;
  for (uint32_t F = 0; F != P.Functions.size(); ++F) {
    auto [First, Last] = boost::out_edges(size_t(F), P.Calls);
    for (auto It = First; It != Last; ++It)
      if (auto Callee = static_cast<uint32_t>(boost::target(*It, P.Calls));
          !Leaves.endsAt(FunctionId(Callee), P.Functions[F]))
        Edges.push_back({F, Callee});
  }
  Tells =
      Program::CallGraph(boost::edges_are_sorted, Edges.begin(), Edges.end(), P.Functions.size());
  findComponents();
}

void CallOrder::findComponents() {
  if (P.Functions.empty())
    return;
  ComponentOf.resize(P.Functions.size());
  auto Count = static_cast<size_t>(boost::strong_components(
      Tells,
      boost::make_iterator_property_map(ComponentOf.begin(), get(boost::vertex_index, Tells))));
  Components.resize(Count); // Tarjan numbers callees first
  for (uint32_t F = 0; F != P.Functions.size(); ++F)
    Components[ComponentOf[F]].push_back(FunctionId(F));
}

bool CallOrder::isRecursive(uint32_t Component) const {
  const std::vector<FunctionId> &Members = Components[Component];
  return Members.size() > 1 ||
         llvm::is_contained(P.Callers[Members.front().index()], Members.front());
}

std::vector<std::vector<uint32_t>> CallOrder::callees() const {
  std::vector<std::vector<uint32_t>> Callees(Components.size());
  for (uint32_t C = 0; C != Components.size(); ++C) {
    std::vector<uint32_t> &Of = Callees[C];
    for (FunctionId F : Components[C]) {
      auto [First, Last] = boost::out_edges(size_t(F.index()), Tells);
      for (auto It = First; It != Last; ++It)
        if (uint32_t Callee = ComponentOf[boost::target(*It, Tells)]; Callee != C)
          Of.push_back(Callee);
    }
    llvm::sort(Of);
    Of.erase(std::unique(Of.begin(), Of.end()), Of.end());
  }
  return Callees;
}

std::vector<FunctionId> CallOrder::inward(const std::vector<FunctionId> &Members) const {
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
      auto [First, Last] = boost::out_edges(size_t(F.index()), Tells);
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
      uint32_t Callee = static_cast<uint32_t>(boost::target(*Next++, Tells));
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

} // namespace lockorder
