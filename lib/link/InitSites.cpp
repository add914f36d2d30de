//===- InitSites.cpp - Locks that are made in one place are of one class -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/InitSites.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace lockorder {
namespace {

/// What decides the class: a key that is passed, or else the place of the macro.
struct Key {
  SymbolId Passed;
  Site Where;
  friend auto operator<=>(const Key &, const Key &) = default;
};

class Finder {
public:
  explicit Finder(Program &P) : P(P), Made(P.Functions.size()) {}

  void run() {
    P.forEachEffect({EffectKind::InitLock, EffectKind::SetClass},
                    [&](FunctionId F, const ApiEvent &Api, const Effect &What) {
                      addEffect(F, What, Api.Where);
                    });
    while (!Pending.empty()) {
      FunctionId Callee = Pending.back();
      Pending.pop_back();
      for (FunctionId Caller : P.Callers[Callee.index()])
        addCalls(Caller, Callee);
    }
    share();
    // Whose locks all get one key are one class.
    for (const auto &[Member, Of] : Keys)
      if (Of.size() > 1 || !Of.begin()->Passed)
        P.OwnClass.insert(Member);
  }

private:
  using ByParameter = std::set<std::pair<uint32_t, Key>>;

  void addEffect(FunctionId In, const Effect &What, Site Where) {
    const Function &F = P.function(In);
    const Node &Lock = F.Nodes[What.Object.index()];
    if (What.Kind == EffectKind::SetClass && Lock.Kind == Op::Member) {
      if (!What.Nest && What.Subclass == 0)
        return; // lockdep_set_novalidate_class(): the class that lockdep does not look at
      const Node *Named = What.Nest ? &F.Nodes[What.Nest.index()] : nullptr;
      bool One = Named && Named->Kind == Op::Global; // else an element, or what a pointer leads to
      for (const Node *At = &Lock; At->Kind == Op::Member; At = &F.Nodes[At->A.index()])
        Keys[At->Fld].insert(One ? Key{Named->Sym, Site()} : Key{SymbolId(), Where});
      return;
    }
    SymbolId Passed;
    if (What.Nest && F.Nodes[What.Nest.index()].Kind == Op::Global)
      Passed = F.Nodes[What.Nest.index()].Sym;
    Key Class{Passed, Passed ? Site() : Where};
    if (Lock.Kind == Op::Global)
      Makers[Lock.Sym].insert(Class);
    else if (Lock.Kind == Op::Deref)
      addPassed(In, Lock.A, Class);
  }

  /// `Pointer`, a value in `In`, leads to a lock of that class.
  void addPassed(FunctionId In, NodeId Pointer, const Key &Class) {
    const Function &F = P.function(In);
    const Node &N = F.Nodes[Pointer.index()];
    if (N.Kind != Op::Addr && N.Kind != Op::Load)
      return;
    const Node &Inner = F.Nodes[N.A.index()];
    if (N.Kind == Op::Addr && Inner.Kind == Op::Global)
      Makers[Inner.Sym].insert(Class);
    bool Parameter =
        N.Kind == Op::Load && Inner.Kind == Op::Var && Inner.Variable.raw() < F.Parameters;
    if (Parameter && Made[In.index()].insert({Inner.Variable.raw(), Class}).second)
      Pending.push_back(In);
  }

  void addCalls(FunctionId Caller, FunctionId Callee) {
    const Function &F = P.function(Caller);
    const ByParameter Theirs = Made[Callee.index()];
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events) {
        const auto *Call = std::get_if<CallEvent>(&E);
        if (!Call)
          continue;
        Targets To = P.targets(F, *Call);
        if (To.How != Targets::State::Direct || To.Functions.front() != Callee)
          continue;
        for (const auto &[Parameter, Class] : Theirs)
          if (Parameter < Call->Arguments.size())
            addPassed(Caller, Call->Arguments[Parameter], Class);
      }
  }

  /// Of the locks of one class, the first one by name gives the class its name.
  void share() {
    std::map<Key, std::vector<SymbolId>> Sharing;
    for (const auto &[Lock, Classes] : Makers)
      if (Classes.size() == 1)
        Sharing[*Classes.begin()].push_back(Lock);
    for (auto &[Class, Locks] : Sharing) {
      SymbolId First = *llvm::min_element(
          Locks, [&](SymbolId A, SymbolId B) { return P.spell(A) < P.spell(B); });
      if (Locks.size() > 1)
        for (SymbolId Lock : Locks)
          P.InitClass[Lock] = First;
    }
  }

  Program &P;
  std::vector<ByParameter> Made; ///< by function: what its parameters lead to becomes such a lock
  std::map<SymbolId, std::set<Key>> Makers;
  std::map<FieldId, std::set<Key>> Keys; ///< of members on the way to a lock
  std::vector<FunctionId> Pending;
};

} // namespace

void findInitSites(Program &P) { Finder(P).run(); }

} // namespace lockorder
