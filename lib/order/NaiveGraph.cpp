//===- NaiveGraph.cpp - Lock orders without any understanding ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/NaiveGraph.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/strong_components.hpp>

namespace lockorder {
namespace {

using LockNumber = uint32_t;

class Naive {
public:
  Naive(const Program &P, NaiveCallees Callees) : P(P), Callees(Callees) {}

  std::vector<llvm::BitVector> run() {
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      read(FunctionId(F));
    std::vector<llvm::BitVector> Takes = closure();
    std::vector<llvm::BitVector> After(Number.size(), llvm::BitVector(Number.size()));
    for (auto [From, To] : Nested)
      After[From].set(To);
    for (auto [Held, Callee] : CalledUnder)
      After[Held] |= Takes[Callee];
    for (LockNumber L = 0; L != After.size(); ++L)
      After[L].reset(L);
    return After;
  }

private:
  /// By the last member or the global; what a pointer leads to has no name.
  std::optional<LockNumber> lock(const Function &F, NodeId Place) {
    const Node &N = withoutElements(F, Place);
    if (N.Kind != Op::Member && N.Kind != Op::Global)
      return std::nullopt;
    std::pair Key{N.Kind, N.Kind == Op::Member ? N.Fld.raw() : N.Sym.raw()};
    return Number.try_emplace(Key, static_cast<LockNumber>(Number.size())).first->second;
  }

  void read(FunctionId Id) {
    const Function &F = P.function(Id);
    std::vector<LockNumber> Held;
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events) {
        if (const auto *Call = std::get_if<CallEvent>(&E)) {
          for (FunctionId Callee : Callees(Id, *Call)) {
            Calls.push_back({Id.raw(), Callee.raw()});
            for (LockNumber L : Held)
              CalledUnder.insert({L, Callee.raw()});
          }
        } else if (const auto *Api = std::get_if<ApiEvent>(&E)) {
          for (const Effect &What : Api->Effects)
            apply(Id, F, What, Held);
        }
      }
  }

  void apply(FunctionId Id, const Function &F, const Effect &What, std::vector<LockNumber> &Held) {
    bool Takes = What.Kind == EffectKind::Acquire, Gives = What.Kind == EffectKind::Release;
    if ((!Takes && !Gives) || What.Lock == LockKind::Rcu || What.Lock == LockKind::Other)
      return;
    std::optional<LockNumber> L = lock(F, What.Object);
    if (!L)
      return;
    if (Takes && What.How == LockHow::Blocking) {
      Own.push_back({Id.raw(), *L});
      for (LockNumber Outer : Held)
        Nested.insert({Outer, *L});
    }
    if (Takes)
      Held.push_back(*L);
    else if (auto Last = llvm::find(llvm::reverse(Held), *L); Last != Held.rend())
      Held.erase(std::next(Last).base());
  }

  /// What a function and all that it calls take.
  std::vector<llvm::BitVector> closure() {
    llvm::sort(Calls);
    Calls.erase(std::unique(Calls.begin(), Calls.end()), Calls.end());
    Program::CallGraph Graph(boost::edges_are_sorted, Calls.begin(), Calls.end(),
                             P.Functions.size());
    std::vector<uint32_t> ComponentOf(P.Functions.size());
    std::vector<llvm::BitVector> Takes; // by component; Tarjan numbers callees first
    if (!ComponentOf.empty())
      Takes.resize(static_cast<size_t>(boost::strong_components(
                       Graph, boost::make_iterator_property_map(ComponentOf.begin(),
                                                                get(boost::vertex_index, Graph)))),
                   llvm::BitVector(static_cast<unsigned>(Number.size())));
    for (auto [F, L] : Own)
      Takes[ComponentOf[F]].set(L);
    std::vector<std::pair<uint32_t, uint32_t>> Between;
    for (auto [Caller, Callee] : Calls)
      Between.push_back({ComponentOf[Caller], ComponentOf[Callee]});
    llvm::sort(Between);
    for (auto [Caller, Callee] : Between)
      if (Caller != Callee)
        Takes[Caller] |= Takes[Callee];
    std::vector<llvm::BitVector> Out;
    for (uint32_t Component : ComponentOf)
      Out.push_back(Takes[Component]);
    return Out;
  }

  const Program &P;
  NaiveCallees Callees;
  std::map<std::pair<Op, uint32_t>, LockNumber> Number;
  std::vector<std::pair<uint32_t, LockNumber>> Own;
  std::set<std::pair<LockNumber, LockNumber>> Nested;
  std::set<std::pair<LockNumber, uint32_t>> CalledUnder;
  std::vector<std::pair<uint32_t, uint32_t>> Calls;
};

} // namespace

std::vector<llvm::BitVector> naiveOrders(const Program &P, NaiveCallees Callees) {
  return Naive(P, Callees).run();
}

} // namespace lockorder
