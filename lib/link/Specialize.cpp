//===- Specialize.cpp - Functions that are passed, at the place of the call -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Specialize.h"
#include "base/Parallel.h"
#include "link/NameHashes.h"
#include "lockir/Canonical.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

/// Parameter -> the function that is passed for it.
using Binding = std::vector<std::pair<uint32_t, SymbolId>>;

class Specializer {
public:
  Specializer(Program &P, unsigned Threads) : P(P), Threads(Threads) {}

  void run() {
    findCounting();
    std::vector<uint8_t> Passes(P.Functions.size());
    forEachFunction([&](size_t F) { Passes[F] = passesFunctions(P.Functions[F]); });
    for (size_t F = 0; F != P.Functions.size(); ++F) // grows on the way
      if (F >= Passes.size() || Passes[F])
        rewriteCalls(FunctionId(static_cast<uint32_t>(F)));
    dropUnused();
  }

private:
  static constexpr size_t MaxCopies = 60000;
  static constexpr unsigned MaxDepth = 6; ///< copies of copies: a recursion that passes itself on

  /// The parameter of which `N` is the value, if it is never assigned to.
  std::optional<uint32_t> parameter(const Function &F, NodeId N) const {
    const Node &Value = F.Nodes[N.index()];
    if (Value.Kind != Op::Load || F.Nodes[Value.A.index()].Kind != Op::Var)
      return std::nullopt;
    uint32_t V = F.Nodes[Value.A.index()].Variable.raw();
    return V < F.Parameters ? std::optional(V) : std::nullopt;
  }

  FunctionId directCallee(const Function &F, const CallEvent &Call) const {
    const Node &Callee = F.Nodes[Call.Callee.index()];
    return Callee.Kind == Op::Function ? P.symbol(Callee.Sym).Body : FunctionId();
  }

  bool counts(FunctionId F, uint32_t Parameter) const {
    return Parameter < Counting[F.index()].size() && Counting[F.index()][Parameter];
  }

  template <typename Work> void forEachFunction(Work Each) const {
    constexpr size_t Together = 1024;
    inParallel(P.Functions.size(), Threads, Each, Together);
  }

  /// The argument is a function whose name makes a difference in the callee.
  bool passes(const Function &F, const CallEvent &Call, FunctionId Callee, uint32_t A) const {
    const Node &N = F.Nodes[Call.Arguments[A].index()];
    return N.Kind == Op::Function && counts(Callee, A) && P.symbol(N.Sym).Body;
  }
  bool passesFunctions(const Function &F) const {
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        if (const auto *Call = std::get_if<CallEvent>(&E))
          if (FunctionId Callee = directCallee(F, *Call))
            for (uint32_t A = 0; A != Call->Arguments.size(); ++A)
              if (passes(F, *Call, Callee, A))
                return true;
    return false;
  }

  /// Fills Counting, to a fixed point over what is passed on.
  void findCounting() {
    struct Passed {
      uint32_t Mine;
      FunctionId Callee;
      uint32_t Theirs;
    };
    std::vector<std::vector<Passed>> PassedOn(P.Functions.size());
    Counting.resize(P.Functions.size());
    forEachFunction([&](size_t I) {
      const Function &F = P.Functions[I];
      std::vector<bool> Uses(F.Parameters), Changed(F.Parameters);
      auto Use = [&](NodeId N) {
        if (auto Parameter = N ? parameter(F, N) : std::nullopt)
          Uses[*Parameter] = true;
      };
      for (const Block &B : F.Blocks)
        for (const Event &E : B.Events) {
          if (const auto *Call = std::get_if<CallEvent>(&E)) {
            Use(Call->Callee);
            if (FunctionId Callee = directCallee(F, *Call))
              for (uint32_t A = 0; A != Call->Arguments.size(); ++A)
                if (auto Parameter = parameter(F, Call->Arguments[A]))
                  PassedOn[I].push_back({*Parameter, Callee, A});
          } else if (const auto *Assign = std::get_if<AssignEvent>(&E)) {
            const Node &Target = F.Nodes[Assign->Target.index()];
            if (Target.Kind == Op::Member)
              Use(Assign->Value);
            else if (Target.Kind == Op::Var && Target.Variable.raw() < F.Parameters)
              Changed[Target.Variable.raw()] = true;
          } else if (const auto *Api = std::get_if<ApiEvent>(&E)) {
            for (const Effect &What : Api->Effects)
              if (What.Kind == EffectKind::Start)
                Use(What.Object);
          }
        }
      for (size_t V = 0; V != Uses.size(); ++V)
        Uses[V] = Uses[V] && !Changed[V];
      Counting[I] = std::move(Uses);
      llvm::erase_if(PassedOn[I], [&](const Passed &Each) { return Changed[Each.Mine]; });
    });
    for (bool Again = true; Again;) {
      Again = false;
      for (size_t I = 0; I != PassedOn.size(); ++I)
        for (const Passed &Each : PassedOn[I])
          if (!Counting[I][Each.Mine] && counts(Each.Callee, Each.Theirs))
            Again = Counting[I][Each.Mine] = true;
    }
  }

  void rewriteCalls(FunctionId Id) {
    for (size_t B = 0; B != P.Functions[Id.index()].Blocks.size(); ++B)
      for (size_t E = 0; E != P.Functions[Id.index()].Blocks[B].Events.size(); ++E) {
        const Function &F = P.Functions[Id.index()];
        const auto *Call = std::get_if<CallEvent>(&F.Blocks[B].Events[E]);
        FunctionId Callee = Call ? directCallee(F, *Call) : FunctionId();
        if (!Callee)
          continue;
        Binding Passed;
        for (uint32_t A = 0; A != Call->Arguments.size(); ++A)
          if (passes(F, *Call, Callee, A))
            Passed.push_back({A, F.Nodes[Call->Arguments[A].index()].Sym});
        SymbolId Copy = Passed.empty() ? SymbolId() : copy(Id, Callee, Passed);
        if (!Copy)
          continue;
        Function &Mine = P.Functions[Id.index()]; // the list has grown
        Mine.Nodes.push_back({.Kind = Op::Function, .Sym = Copy});
        std::get<CallEvent>(Mine.Blocks[B].Events[E]).Callee =
            NodeId(static_cast<uint32_t>(Mine.Nodes.size() - 1));
        changed(Id, {B, E}); // which function it calls is in the node
      }
  }

  SymbolId copy(FunctionId Caller, FunctionId Of, const Binding &Passed) {
    auto [It, New] = Copies.try_emplace({Of, Passed});
    if (!New)
      return It->second;
    unsigned Depth = Depths.lookup(Caller.raw()) + 1;
    if (Copies.size() > MaxCopies || Depth > MaxDepth || P.Functions[Of.index()].Blocks.empty())
      return SymbolId();
    Function G = P.Functions[Of.index()];
    ProgramSymbol S = P.symbol(G.Name);
    std::vector<bool> Left = Counting[Of.index()];
    for (Node &N : G.Nodes) {
      if (N.Kind != Op::Load || G.Nodes[N.A.index()].Kind != Op::Var)
        continue;
      uint32_t Variable = G.Nodes[N.A.index()].Variable.raw();
      for (auto [Parameter, Function] : Passed)
        if (Variable == Parameter)
          N = {.Kind = Op::Function, .Sym = Function};
    }
    for (auto [Parameter, Function] : Passed)
      Left[Parameter] = false;
    FunctionId Id(static_cast<uint32_t>(P.Functions.size()));
    S.Body = Id;
    P.Symbols.push_back(std::move(S));
    G.Name = It->second = SymbolId(static_cast<uint32_t>(P.Symbols.size() - 1));
    noteCalls(G);
    P.Functions.push_back(std::move(G));
    P.Code.push_back(P.Code[Of.index()]);
    P.Effects.push_back(P.Effects[Of.index()]);
    for (auto [Parameter, Function] : Passed)
      changed(Id, {Parameter});
    Counting.push_back(std::move(Left));
    Depths[Id.raw()] = Depth;
    Copied.insert(Of);
    return It->second;
  }

  /// The code of a function says something else now: what, and at which place.
  void changed(FunctionId F, llvm::ArrayRef<uint64_t> How) {
    uint64_t &Says = P.Code[F.index()].Says;
    llvm::SmallVector<uint64_t> All{Says};
    llvm::append_range(All, How);
    Says = hashNumbers(All);
  }

  /// Calls through a parameter that have a name now.
  void noteCalls(const Function &Copy) {
    for (const Block &B : Copy.Blocks)
      for (const Event &E : B.Events)
        if (const auto *Call = std::get_if<CallEvent>(&E))
          if (Copy.Nodes[Call->Callee.index()].Kind == Op::Function)
            P.SubstitutedCalls.insert(Call->Where);
  }

  /// Of a function whose callers all have copies, the copies are all there is.
  void dropUnused() {
    std::vector<std::atomic<bool>> Named(P.Symbols.size());
    auto Name = [&](SymbolId S) { Named[S.index()].store(true, std::memory_order_relaxed); };
    forEachFunction([&](size_t I) {
      const Function &F = P.Functions[I];
      for (const Block &B : F.Blocks)
        for (const Event &E : B.Events)
          forEachNode(E, [&](NodeId N) {
            if (N && F.Nodes[N.index()].Kind == Op::Function)
              Name(F.Nodes[N.index()].Sym);
          });
    });
    auto NameAll = [&](const auto &Targets) {
      for (const auto &[Place, Functions] : Targets)
        for (FunctionId F : Functions)
          Name(P.function(F).Name);
    };
    NameAll(P.PointerTargets);
    NameAll(P.GlobalTargets);
    for (const RootFact &R : P.Roots)
      Name(R.Function);
    for (FunctionId F : Copied)
      if (!Named[P.function(F).Name.index()])
        P.discard(F);
  }

  Program &P;
  unsigned Threads;
  std::vector<std::vector<bool>> Counting; ///< by function, by parameter
  std::map<std::pair<FunctionId, Binding>, SymbolId> Copies;
  llvm::DenseMap<uint32_t, unsigned> Depths;
  std::set<FunctionId> Copied;
};

} // namespace

void specialize(Program &P, unsigned Threads) { Specializer(P, Threads).run(); }

} // namespace lockorder
