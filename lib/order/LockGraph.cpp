//===- LockGraph.cpp - The lock-order graph and its cycles -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/LockGraph.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <set>

namespace lockorder {

class LockGraph::Builder {
public:
  Builder(const Program &P, const LockFacts &Facts, OrderRefinement &Refinement)
      : Facts(Facts), Refinement(Refinement), Tests(P, Facts, Refinement) {}

  LockGraph build() && {
    collectEdges();
    findComponents();
    std::vector<std::vector<ClassId>> Candidates = candidates();
    llvm::stable_sort(Candidates, [](auto &A, auto &B) { return A.size() < B.size(); });
    for (const std::vector<ClassId> &Cycle : Candidates)
      judge(Cycle);
    Out.Counts.Refined = Refinement.functions();
    llvm::sort(Out.Cycles, [&](const LockCycle &A, const LockCycle &B) {
      return names(A.Classes) < names(B.Classes);
    });
    return std::move(Out);
  }

private:
  /// The most believable first: resolved, short, then in program order.
  auto cost(uint32_t Event) const {
    const OrderEvent &E = Facts.Orders[Event];
    return std::tuple(E.Pointers, E.Guessed, E.Stated, E.Length,
                      E.Gates.size() + Facts.EntryGates[E.In.index()].size(), Event);
  }

  void collectEdges() {
    std::map<std::pair<ClassId, ClassId>, std::vector<uint32_t>> Found;
    for (uint32_t I = 0; I != Facts.Orders.size(); ++I)
      if (const OrderEvent &E = Facts.Orders[I]; E.From != E.To)
        Found[{E.From, E.To}].push_back(I);
    for (auto &[Pair, Events] : Found) {
      OrderEdge Edge{Pair.first, Pair.second, {}, Events.size()};
      llvm::sort(Events, [&](uint32_t A, uint32_t B) { return cost(A) < cost(B); });
      if (Events.size() > OrderEdge::MaxEvents)
        Events.resize(OrderEdge::MaxEvents);
      Edge.Events = std::move(Events);
      Out.Edges.push_back(std::move(Edge));
    }
  }

  void findComponents() {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    Graph G(Facts.Classes->size());
    Next.resize(Facts.Classes->size());
    for (const OrderEdge &E : Out.Edges)
      boost::add_edge(E.From.index(), E.To.index(), G);
    ComponentOf.resize(Facts.Classes->size());
    if (ComponentOf.empty())
      return;
    boost::strong_components(
        G, boost::make_iterator_property_map(ComponentOf.begin(), get(boost::vertex_index, G)));
    for (const OrderEdge &E : Out.Edges)
      if (ComponentOf[E.From.index()] == ComponentOf[E.To.index()])
        Next[E.From.index()].push_back(E.To);
  }

  /// For each edge a shortest cycle through it; each set of classes once. A two-cycle is the
  /// shortest for both of its edges, so all of them are here.
  std::vector<std::vector<ClassId>> candidates() {
    std::map<ClassId, std::vector<size_t>> EndingAt; // edges within a component, by their end
    for (size_t I = 0; I != Out.Edges.size(); ++I)
      if (const OrderEdge &E = Out.Edges[I];
          ComponentOf[E.From.index()] == ComponentOf[E.To.index()])
        EndingAt[E.To].push_back(I);
    std::map<size_t, std::vector<ClassId>> Through; // in the order of edges
    for (const auto &[End, Edges] : EndingAt) {
      searchFrom(End);
      for (size_t I : Edges)
        Through[I] = pathTo(Out.Edges[I].From);
    }
    std::vector<std::vector<ClassId>> Cycles;
    std::set<std::vector<ClassId>> Known;
    for (auto &[Edge, Cycle] : Through) {
      std::vector<ClassId> Set = Cycle;
      llvm::sort(Set);
      if (Known.insert(Set).second)
        Cycles.push_back(std::move(Cycle));
    }
    Out.Counts.Candidates = Cycles.size();
    return Cycles;
  }

  /// Shortest paths to all classes of its component; breadth first.
  void searchFrom(ClassId Start) {
    Before.assign(Next.size(), ClassId());
    Before[Start.index()] = Start;
    std::vector<ClassId> Queue{Start};
    for (size_t I = 0; I != Queue.size(); ++I)
      for (ClassId Then : Next[Queue[I].index()])
        if (!Before[Then.index()]) {
          Before[Then.index()] = Queue[I];
          Queue.push_back(Then);
        }
  }

  /// From where the last search began, both included.
  std::vector<ClassId> pathTo(ClassId To) const {
    std::vector<ClassId> Path{To};
    while (Before[Path.back().index()] != Path.back())
      Path.push_back(Before[Path.back().index()]);
    std::reverse(Path.begin(), Path.end());
    return Path;
  }

  std::vector<std::string> names(const std::vector<ClassId> &Classes) const {
    std::vector<std::string> Names;
    for (ClassId C : Classes)
      Names.push_back(Facts.Classes->spell(C));
    return Names;
  }

  /// Chooses one event for each edge, the most believable combination first.
  void judge(std::vector<ClassId> Cycle) {
    std::vector<std::string> Names = names(Cycle);
    auto First = std::min_element(Names.begin(), Names.end()) - Names.begin();
    std::rotate(Cycle.begin(), Cycle.begin() + First, Cycle.end());
    // Whoever mends the shorter cycle that an edge is in has to look at that edge anyway.
    for (size_t I = 0; I != Cycle.size(); ++I)
      if (Explained.contains({Cycle[I], Cycle[(I + 1) % Cycle.size()]})) {
        ++Out.Counts.Redundant;
        return;
      }
    LockCycle Result{Cycle, {}, 0};
    std::vector<const OrderEdge *> Edges;
    for (size_t I = 0; I != Cycle.size(); ++I) {
      Edges.push_back(Out.find(Cycle[I], Cycle[(I + 1) % Cycle.size()]));
      Result.Support += Edges.back()->Total;
    }
    CycleDrop Why = CycleDrop::Readers;
    size_t Budget = 4096;
    if (!choose(Edges, Result.Events, Budget, Why)) {
      ++Out.Counts.Dropped[static_cast<size_t>(Why)];
      llvm::sort(Cycle);
      Out.Dropped.emplace(std::move(Cycle), Why);
      return;
    }
    Result.Unconfirmed = Tests.hasTooManyPaths(Result.Events);
    for (size_t I = 0; I != Cycle.size(); ++I)
      Explained.insert({Cycle[I], Cycle[(I + 1) % Cycle.size()]});
    Out.Cycles.push_back(std::move(Result));
  }

  /// `Why` becomes how far the best choice came.
  bool choose(const std::vector<const OrderEdge *> &Edges, std::vector<uint32_t> &Chosen,
              size_t &Budget, CycleDrop &Why) {
    if (Chosen.size() == Edges.size()) {
      CycleDrop Now = Tests.test(Chosen);
      Why = std::max(Why, Now);
      return Now == CycleDrop::None;
    }
    for (uint32_t Event : Edges[Chosen.size()]->Events) {
      if (Budget == 0)
        return false;
      if (Tests.isRefuted(Event)) {
        Why = std::max(Why, CycleDrop::Refuted);
        continue;
      }
      --Budget;
      Chosen.push_back(Event);
      if (choose(Edges, Chosen, Budget, Why))
        return true;
      Chosen.pop_back();
    }
    return false;
  }

  const LockFacts &Facts;
  OrderRefinement &Refinement;
  CycleTests Tests;
  LockGraph Out;
  std::vector<std::vector<ClassId>> Next; ///< by class; within its component
  std::vector<int> ComponentOf;
  std::vector<ClassId> Before; ///< by class, where the last search reached it from
  std::set<std::pair<ClassId, ClassId>> Explained; ///< edges of the cycles found so far
};

const OrderEdge *LockGraph::find(ClassId From, ClassId To) const {
  auto It = llvm::lower_bound(Edges, std::pair(From, To), [](const OrderEdge &E, auto Key) {
    return std::pair(E.From, E.To) < Key;
  });
  return It != Edges.end() && It->From == From && It->To == To ? &*It : nullptr;
}

llvm::ArrayRef<OrderEdge> LockGraph::from(ClassId From) const {
  auto First =
      llvm::lower_bound(Edges, From, [](const OrderEdge &E, ClassId Key) { return E.From < Key; });
  auto Last = std::find_if(First, Edges.end(), [&](const OrderEdge &E) { return E.From != From; });
  return llvm::ArrayRef(Edges).slice(static_cast<size_t>(First - Edges.begin()),
                                     static_cast<size_t>(Last - First));
}

LockGraph buildLockGraph(const Program &P, const LockFacts &Facts, OrderRefinement &Refinement) {
  return LockGraph::Builder(P, Facts, Refinement).build();
}

} // namespace lockorder
