//===- PointerFlow.cpp - Calls through pointers -----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/PointerFlow.h"
#include "link/SpreadSets.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

using Slot = SpreadSets::Place; ///< a place that may hold functions
constexpr Slot NoSlot = ~Slot(0);

class Flow {
public:
  explicit Flow(Program &P) : P(P) {
    Slot Next = firstLocal();
    for (const Function &F : P.Functions) {
      Locals.push_back(Next);
      Next += static_cast<Slot>(F.Variables.size()) + 1; // its result comes last
    }
    Locals.push_back(Next);
    Marks.resize(Next);
  }

  void run() {
    for (const auto &[Field, Functions] : P.PointerTargets)
      for (FunctionId F : Functions)
        hold(field(Field), F);
    for (const auto &[Global, Functions] : P.GlobalTargets)
      for (FunctionId F : Functions)
        hold(global(Global), F);
    for (uint32_t I = 0; I != P.Functions.size(); ++I)
      readFunction(FunctionId(I));
    spread();
    // What is passed through the pointers that are known now.
    for (auto [Id, Call] : IndirectCalls) {
      IndirectCall Known = judge(Id, *Call);
      if (Known.How == Targets::State::Pointer)
        for (FunctionId Callee : Known.Functions)
          pass(Id, *Call, Callee);
      else if (Call->Result)
        taint(local(Id, Call->Result));
    }
    spread();
    for (auto [Id, Call] : IndirectCalls) {
      P.IndirectCalls[{P.function(Id).Name, Call->Callee, Call->Type}] = judge(Id, *Call);
      const Node &Callee = P.function(Id).Nodes[Call->Callee.index()];
      if (Callee.Kind == Op::Load && Call->Type)
        isCalledAs(slotOf(Id, Callee.A), Call->Type);
    }
    for (uint32_t I = 0; I != P.Fields.size(); ++I)
      if (llvm::ArrayRef<FunctionId> Of = Sets.heldBy(field(FieldId(I))); !Of.empty())
        P.PointerTargets[FieldId(I)] = ofMembersTypes(field(FieldId(I)), Of);
  }

private:
  enum Mark : uint8_t {
    Fed = 1,     ///< something is stored there, if only a null pointer
    Tainted = 2, ///< a local: something is stored there that nobody knows
  };

  // Slots: fields, symbols, and of each function its variables and its result.
  static Slot field(FieldId F) { return F.index(); }
  Slot global(SymbolId S) const { return static_cast<Slot>(P.Fields.size()) + S.index(); }
  Slot firstLocal() const { return static_cast<Slot>(P.Fields.size() + P.Symbols.size()); }
  Slot local(FunctionId F, VarId V) const { return Locals[F.index()] + V.index(); }
  Slot result(FunctionId F) const { return Locals[F.index() + 1] - 1; }

  Slot slotOf(FunctionId Id, NodeId Place) const {
    const Node &N = withoutElements(P.function(Id), Place);
    switch (N.Kind) {
    case Op::Member:
      return field(N.Fld);
    case Op::Global:
      return global(N.Sym);
    case Op::Var:
      return local(Id, N.Variable);
    default:
      return NoSlot;
    }
  }

  /// What is stored there by name.
  void hold(Slot Where, FunctionId F) {
    Marks[Where] |= Fed;
    Sets.hold(Where, F);
    isCalledAs(Where, P.function(F).Type);
  }

  void isCalledAs(Slot Where, uint32_t Type) {
    if (Where < P.Fields.size())
      Types[Where].insert(Type);
  }

  /// Of what flows into a member, what it can be called as: it is called so, or such a function is
  /// stored there by name. A pointer that many things pass through brings all the others.
  std::vector<FunctionId> ofMembersTypes(Slot Member, llvm::ArrayRef<FunctionId> All) const {
    auto Its = Types.find(Member);
    if (Its == Types.end() || Its->second.contains(0))
      return All.vec();
    std::vector<FunctionId> Out;
    for (FunctionId F : All)
      if (uint32_t Type = P.function(F).Type; !Type || Its->second.contains(Type))
        Out.push_back(F);
    return Out;
  }

  /// Members and globals are believed to hold what is seen.
  void taint(Slot Where) {
    if (Where >= firstLocal() && !(Marks[Where] & Tainted)) {
      Marks[Where] |= Tainted;
      Doubt.push_back(Where);
    }
  }

  void flow(Slot From, Slot To) {
    Marks[To] |= Fed;
    Sets.copy(From, To);
  }

  /// A place gets a value.
  void store(FunctionId Id, Slot To, NodeId Value) {
    if (To == NoSlot || !Value)
      return;
    const Function &F = P.function(Id);
    const Node &N = F.Nodes[Value.index()];
    if (N.Kind == Op::Function) {
      Marks[To] |= Fed;
      if (FunctionId Body = P.symbol(N.Sym).Body)
        hold(To, Body);
    } else if (N.Kind == Op::Int) {
      Marks[To] |= Fed; // a null pointer is not called
    } else if (Slot From = N.Kind == Op::Load ? slotOf(Id, N.A) : NoSlot; From != NoSlot) {
      flow(From, To);
    } else {
      taint(To);
    }
  }

  void pass(FunctionId Id, const CallEvent &Call, FunctionId Callee) {
    size_t Count = std::min<size_t>(Call.Arguments.size(), P.function(Callee).Parameters);
    for (uint32_t A = 0; A != Count; ++A)
      store(Id, local(Callee, VarId(A)), Call.Arguments[A]);
    if (Call.Result)
      flow(result(Callee), local(Id, Call.Result));
  }

  void readFunction(FunctionId Id) {
    const Function &F = P.function(Id);
    for (const Node &N : F.Nodes)
      if (N.Kind == Op::Addr)
        if (const Node &Place = withoutElements(F, N.A); Place.Kind == Op::Var)
          taint(local(Id, Place.Variable)); // written through a pointer
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        std::visit([&](const auto &Each) { read(Id, Each); }, E);
  }
  void read(FunctionId Id, const AssignEvent &E) { store(Id, slotOf(Id, E.Target), E.Value); }
  void read(FunctionId Id, const ReturnEvent &E) { store(Id, result(Id), E.Value); }
  void read(FunctionId Id, const ApiEvent &E) {
    if (E.Result)
      taint(local(Id, E.Result));
  }
  void read(FunctionId Id, const CallEvent &E) {
    const Node &Callee = P.function(Id).Nodes[E.Callee.index()];
    if (Callee.Kind != Op::Function) {
      IndirectCalls.push_back({Id, &E});
      return;
    }
    if (FunctionId Body = P.symbol(Callee.Sym).Body)
      pass(Id, E, Body);
    else if (E.Result)
      taint(local(Id, E.Result));
  }

  /// Copies what places hold, and what is not known of them, to a fixed point.
  void spread() {
    Sets.spread();
    for (Slot Where = firstLocal(); Where != Marks.size(); ++Where)
      if (Marks[Where] & Tainted)
        Doubt.push_back(Where);
    while (!Doubt.empty())
      for (Slot To : Sets.copiesOf(Doubt.pop_back_val()))
        taint(To);
  }

  IndirectCall judge(FunctionId Id, const CallEvent &Call) const {
    const Function &F = P.function(Id);
    const Node &Callee = F.Nodes[Call.Callee.index()];
    if (Callee.Kind != Op::Load)
      return {Targets::State::Unresolved, {}, "computed value"};
    const Node &Place = withoutElements(F, Callee.A);
    IndirectCall Out;
    bool Complete = true; // whether all that the program stores there is seen
    if (Place.Kind == Op::Member) {
      Out.Through = P.spell(Place.Fld);
      const Node &Object = F.Nodes[Place.A.index()];
      if (Object.Kind == Op::Global)
        if (auto Table = P.TableTargets.find({Object.Sym, Place.Fld});
            Table != P.TableTargets.end())
          return {Targets::State::Pointer, Table->second, Out.Through};
    } else if (Place.Kind == Op::Global) {
      Out.Through = "global variable";
      Complete = P.symbol(Place.Sym).Defined;
    } else if (Place.Kind == Op::Var) {
      Out.Through = Place.Variable.index() < F.Parameters ? "parameter" : "local variable";
      Complete = false;
    } else {
      return {Targets::State::Unresolved, {}, "computed place"};
    }
    Slot Where = slotOf(Id, Callee.A);
    Out.Functions = Sets.heldBy(Where).vec();
    if (!Out.Functions.empty())
      narrow(F, Call, Out.Functions);
    bool Crowded = Place.Kind == Op::Member && P.Crowded.contains(Place.Fld) &&
                   !isOwnersOnly(F, Out.Functions);
    if (Marks[Where] & Tainted)
      Out.How = Targets::State::Unresolved;
    else if (Crowded)
      Out.How = Targets::State::Capped;
    else if (Out.Functions.size() > Program::MaxTargets)
      Out.How = Targets::State::Capped;
    else if (!Out.Functions.empty())
      Out.How = Targets::State::Pointer;
    else
      Out.How = Complete || Marks[Where] & Fed ? Targets::State::NeverAssigned
                                               : Targets::State::Unresolved;
    if (Out.How != Targets::State::Pointer)
      Out.Functions.clear();
    return Out;
  }

  /// All of them are the caller's owner's; there are some.
  bool isOwnersOnly(const Function &F, const std::vector<FunctionId> &Of) const {
    OwnerId Owner = P.ownerOf(F.Where.File);
    return Owner && !Of.empty() &&
           llvm::all_of(Of, [&](FunctionId Each) { return P.ownerOf(Each) == Owner; });
  }

  /// See the header. Where all functions have one type that is not the call's, an old kernel casts.
  void narrow(const Function &F, const CallEvent &Call, std::vector<FunctionId> &Of) const {
    auto TypeOf = [&](FunctionId Each) { return P.function(Each).Type; };
    uint32_t First = TypeOf(Of.front());
    if (Call.Type && llvm::any_of(Of, [&](FunctionId Each) { return TypeOf(Each) != First; }))
      llvm::erase_if(Of,
                     [&](FunctionId Each) { return TypeOf(Each) && TypeOf(Each) != Call.Type; });
    OwnerId Owner = P.ownerOf(F.Where.File);
    auto IsOwn = [&](FunctionId Each) { return P.ownerOf(Each) == Owner; };
    if (Owner && llvm::any_of(Of, IsOwn))
      llvm::erase_if(Of, [&](FunctionId Each) { return !IsOwn(Each); });
  }

  Program &P;
  std::vector<Slot> Locals; ///< by function: its first slot; and where the next one would begin
  std::vector<uint8_t> Marks;
  std::vector<std::pair<FunctionId, const CallEvent *>> IndirectCalls; ///< in order
  SpreadSets Sets;
  std::map<Slot, std::set<uint32_t>> Types; ///< of members: of calls, and of functions by name
  llvm::SmallVector<Slot> Doubt;
};

} // namespace

void followPointers(Program &P) { Flow(P).run(); }

} // namespace lockorder
