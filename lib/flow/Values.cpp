//===- Values.cpp - What a path knows of memory, and terms across calls -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

TermId Interpreter::read(const State &S, TermId Place) {
  auto It = S.Store.find(Place);
  return It != S.Store.end() ? It->second : Terms.load(Place);
}

TermId Interpreter::value(State &S, NodeId Id) {
  const Node &N = F.Nodes[Id.index()];
  switch (N.Kind) {
  case Op::Unknown:
    return Terms.any();
  case Op::Int:
    return Terms.integer(N.Value);
  case Op::Function:
    return Terms.function(N.Sym);
  case Op::Addr:
    return Terms.addr(place(S, N.A));
  case Op::Load:
    return read(S, place(S, N.A));
  case Op::Unary:
    return Terms.unary(static_cast<UnaryOp>(N.Value), value(S, N.A));
  case Op::Binary: {
    TermId A = value(S, N.A), B = value(S, N.B);
    return Terms.binary(static_cast<BinaryOp>(N.Value), A, B);
  }
  default:
    return Terms.addr(place(S, Id));
  }
}

TermId Interpreter::place(State &S, NodeId Id) {
  const Node &N = F.Nodes[Id.index()];
  switch (N.Kind) {
  case Op::Var:
  case Op::Global: {
    TermId &Known = Fixed[Id.index()];
    if (!Known)
      Known = N.Kind == Op::Var ? Terms.local(N.Variable) : Terms.global(N.Sym);
    return Known;
  }
  case Op::Deref:
    return Terms.deref(value(S, N.A));
  case Op::Member:
    return Terms.member(place(S, N.A), N.Fld);
  case Op::Outer:
    return Terms.outer(place(S, N.A), N.Fld);
  case Op::Element: {
    TermId Array = place(S, N.A);
    return Terms.element(Array, value(S, N.B));
  }
  default:
    return Terms.anyPlace();
  }
}

/// `Place` with its beginning `From` replaced; none if it does not lie inside `From`.
TermId Interpreter::rebase(TermId Place, TermId From, TermId To) {
  if (Place == From)
    return To;
  const Term T = Terms[Place];
  if (T.Kind != TermKind::Member && T.Kind != TermKind::Element)
    return TermId();
  TermId Base = rebase(T.A, From, To);
  if (!Base)
    return Base;
  return T.Kind == TermKind::Member ? Terms.member(Base, FieldId(T.Index))
                                    : Terms.element(Base, T.B);
}

/// A record is assigned as a whole.
void Interpreter::copyMembers(State &S, TermId From, TermId To) {
  std::vector<std::pair<TermId, TermId>> Copies;
  for (auto [Place, Value] : S.Store)
    if (Place != From)
      if (TermId There = rebase(Place, From, To))
        Copies.push_back({There, Value});
  for (auto [Place, Value] : Copies)
    S.Store[Place] = Value;
}

void Interpreter::write(State &S, TermId Place, TermId Value) {
  if (Terms.traits(Place) & MentionsAny)
    return;
  const Term T = Terms[Place];
  // The same field of another object may be the same memory; parts of what is overwritten are gone.
  if (T.Kind != TermKind::Local)
    for (auto &[Other, Old] : S.Store) {
      const Term &O = Terms[Other];
      if (Other != Place && O.Kind == T.Kind && O.Kind == TermKind::Member && O.Index == T.Index &&
          !(Terms.traits(Other) & MentionsLocal))
        Old = Terms.any();
    }
  for (auto &[Other, Old] : S.Store)
    if (Other != Place && Terms.mentions(Other, Place) && Terms.depth(Other) > Terms.depth(Place))
      if (Terms[Other].Kind != TermKind::Local)
        Old = Terms.any();
  S.Store[Place] = Value;
  if (Terms[Value].Kind == TermKind::Load && Terms[Value].A != Place)
    copyMembers(S, Terms[Value].A, Place);
}

/// A symbol for what event `At` produces; when the event runs again, the former one becomes stale.
TermId Interpreter::fresh(State &S, uint32_t At, uint32_t Which) {
  TermId Symbol = Terms.fresh(At * SymbolsPerEvent + Which);
  auto Speaks = [&](TermId T) {
    return T && (Terms.traits(T) & MentionsFresh) && Terms.mentions(T, Symbol);
  };
  bool Used = llvm::any_of(S.Held, [&](const HeldLock &H) { return Speaks(H.Place); }) ||
              llvm::any_of(S.Dropped, Speaks) ||
              llvm::any_of(S.Store, [&](auto &E) { return Speaks(E.first) || Speaks(E.second); }) ||
              llvm::any_of(S.Facts, [&](auto &E) { return Speaks(E.first); });
  if (Used)
    makeStale(Terms, S, Symbol);
  return Symbol;
}

TermId Interpreter::instantiate(TermId T, const std::vector<TermId> &Arguments, State &S) {
  if (!(Terms.traits(T) & (MentionsParam | MentionsMemory)))
    return T;
  return Terms.substitute(
      T,
      [&](TermId Leaf) {
        const Term &L = Terms[Leaf];
        if (L.Kind == TermKind::Query)
          return isOff(S, static_cast<Context>(L.Index)) ? Terms.integer(1) : Leaf;
        if (L.Kind != TermKind::Param)
          return Leaf;
        return L.Index < Arguments.size() ? Arguments[L.Index] : Terms.any();
      },
      [&](TermId Place) {
        auto It = S.Store.find(Place);
        return It == S.Store.end() ? TermId() : It->second;
      });
}

TermId Interpreter::exported(TermId Place) {
  TermId Out = Terms.substitute(
      Place,
      [&](TermId Leaf) {
        TermKind Kind = Terms[Leaf].Kind;
        return Kind == TermKind::Fresh   ? Terms.any()
               : Kind == TermKind::Local ? Terms.anyPlace()
                                         : Leaf;
      },
      [](TermId) { return TermId(); });
  if ((Terms.traits(Out) & MentionsAny) || Terms.depth(Out) > 9)
    return collapsed(Out);
  return Out;
}

/// Any, where something in it means nothing to callers.
TermId Interpreter::exportedValue(TermId Value) {
  constexpr uint8_t Private = MentionsFresh | MentionsLocal | MentionsAny;
  return Terms.traits(Value) & Private ? Terms.any() : exported(Value);
}

/// Of a place whose object is not known, only what names its class.
TermId Interpreter::collapsed(TermId T) {
  const Term Now = Terms[T];
  switch (Now.Kind) {
  case TermKind::Global:
  case TermKind::Section:
    return T;
  case TermKind::Member: {
    FieldId Field(Now.Index);
    bool Named = !Facts.Classes->isGeneric(P.Fields[Field].Owner);
    // A wrapping member (spinlock.rlock) does not name the class: go on outwards.
    if (Named && classOf(Terms.member(Terms.anyPlace(), Field), 0))
      return Terms.member(Terms.anyPlace(), Field);
    return Terms.member(collapsed(Now.A), Field);
  }
  case TermKind::Element:
    return Terms.element(collapsed(Now.A), Terms.any());
  case TermKind::Deref:
    if (Terms[Now.A].Kind == TermKind::Load)
      return Terms.deref(Terms.load(collapsed(Terms[Now.A].A)));
    return Terms.anyPlace();
  default:
    return Terms.anyPlace();
  }
}

ClassId Interpreter::classOf(TermId Place, int32_t Subclass) {
  return Facts.Classes->classOf(Place, Subclass, P.Callers[Self.index()].empty());
}

} // namespace lockorder
