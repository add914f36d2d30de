//===- LocalCallees.cpp - Calls through a local variable --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/LocalCallees.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

class Assignments {
public:
  Assignments(const Program &P, const Function &F) : P(P), F(F) {
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        std::visit([&](const auto &Each) { note(Each); }, E);
  }

  /// Everything that `V` may hold when it is called.
  LocalCallee of(VarId V) {
    LocalCallee Out;
    Out.How = Targets::State::NeverAssigned;
    follow(V, Out);
    llvm::sort(Out.Functions);
    Out.Functions.erase(std::unique(Out.Functions.begin(), Out.Functions.end()),
                        Out.Functions.end());
    if (Out.How == Targets::State::Pointer && Out.Functions.size() > Program::MaxTargets)
      Out.How = Targets::State::Capped;
    return Out;
  }

private:
  void note(const AssignEvent &E) {
    if (const Node &Target = F.Nodes[E.Target.index()]; Target.Kind == Op::Var)
      Values[Target.Variable].push_back(E.Value);
  }
  void note(const CallEvent &E) { noteResult(E.Result); }
  void note(const ApiEvent &E) { noteResult(E.Result); }
  void note(const ReturnEvent &) {}
  void noteResult(VarId Result) {
    if (Result)
      Opaque.insert(Result);
  }

  void follow(VarId V, LocalCallee &Out) {
    if (!Seen.insert(V).second)
      return;
    if (V.index() < F.Parameters || Opaque.contains(V))
      add(Out, {Targets::State::Unresolved, {}, "local variable"});
    for (NodeId Value : Values[V])
      followValue(F.Nodes[Value.index()], Out);
  }

  void followValue(const Node &Value, LocalCallee &Out) {
    if (Value.Kind == Op::Int)
      return; // a null pointer is not called
    if (Value.Kind == Op::Function) {
      if (FunctionId Body = P.symbol(Value.Sym).Body)
        add(Out, {Targets::State::Pointer, llvm::ArrayRef(Body), ""});
      return; // what has no body does nothing that is known
    }
    if (Value.Kind != Op::Load)
      return add(Out, {Targets::State::Unresolved, {}, "local variable"});
    const Node &Place = F.Nodes[Value.A.index()];
    if (Place.Kind == Op::Var)
      follow(Place.Variable, Out);
    else
      add(Out, P.targetsOfPlace(F, Value.A));
  }

  /// The worst that is known of one value is known of all of them.
  static void add(LocalCallee &Out, const Targets &More) {
    auto Rank = [](Targets::State S) {
      return S == Targets::State::NeverAssigned ? 0
             : S == Targets::State::Pointer     ? 1
             : S == Targets::State::Capped      ? 2
                                                : 3;
    };
    if (Rank(More.How) >= Rank(Out.How)) {
      Out.How = More.How;
      if (!More.Through.empty())
        Out.Through = More.Through;
    }
    if (More.How == Targets::State::Pointer)
      llvm::append_range(Out.Functions, More.Functions);
  }

  const Program &P;
  const Function &F;
  std::map<VarId, std::vector<NodeId>> Values;
  std::set<VarId> Opaque; ///< what a call returns
  std::set<VarId> Seen;
};

} // namespace

void findLocalCallees(Program &P) {
  for (const Function &F : P.Functions)
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events) {
        const auto *Call = std::get_if<CallEvent>(&E);
        const Node *Callee = Call ? &F.Nodes[Call->Callee.index()] : nullptr;
        if (!Callee || Callee->Kind != Op::Load)
          continue;
        const Node &Place = F.Nodes[Callee->A.index()];
        if (Place.Kind != Op::Var || Place.Variable.index() < F.Parameters)
          continue;
        auto [It, New] = P.LocalCallees.try_emplace({F.Name, Place.Variable});
        if (New)
          It->second = Assignments(P, F).of(Place.Variable);
      }
}

} // namespace lockorder
