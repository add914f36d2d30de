//===- ModelObjects.cpp - The objects that the model speaks of -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Expressions.h"

using namespace clang;

namespace lockorder {

NodeId Expressions::objectPlace(const ApiObject &Object, ArgumentLookup Argument, VarId Result) {
  NodeId Place;
  switch (Object.From) {
  case ApiObject::Base::None:
    return NodeId();
  case ApiObject::Base::Argument: {
    const Expr *E = Argument(Object.Index);
    if (!E)
      return deref(unknown());
    Place = Object.IsPlace ? place(E) : deref(value(E));
    break;
  }
  case ApiObject::Base::Result:
    Place = Object.IsPlace ? var(Result) : deref(load(var(Result)));
    break;
  case ApiObject::Base::Global:
    Place = named(Object.Global);
    break;
  }
  if (Object.IsElement)
    Place = node({.Kind = Op::Element, .A = Place, .B = Object.IsOwn ? integer(-1) : unknown()});
  if (!Object.Path.empty() && Object.Path.front().first == "*")
    return ownMember(Place, Argument(Object.Index), Object.Path.front().second);
  bool Pointer = false; // the last step was to a pointer: the next one is in what it points to
  for (const auto &[Record, Field] : Object.Path) {
    if (Pointer)
      Place = deref(load(Place));
    Pointer = false;
    if (const FieldDecl *Decl = Names.findField(Record, Field)) {
      Place = member(Place, Decl);
      Pointer = Decl->getType()->isPointerType();
      continue;
    }
    // The tree lacks this member; the name still says which lock is meant.
    FieldId Id = Names.Unit.Fields.intern({Names.Unit.Records.intern({Record, FileId()}), Field});
    Place = node({.Kind = Op::Member, .A = Place, .Fld = Id});
  }
  return Place;
}

NodeId Expressions::named(llvm::StringRef Global) {
  if (const VarDecl *Decl = Names.findObject(Global))
    return node({.Kind = Op::Global, .Sym = Names.object(Decl)});
  return node({.Kind = Op::Global,
               .Sym = Names.Unit.Symbols.intern(
                   {SymbolKind::Object, Linkage::External, Global.str(), FileId(), ""})});
}

/// A made-up member of the record that an argument points to, before it became `void *`.
NodeId Expressions::ownMember(NodeId Place, const Expr *Argument, llvm::StringRef Name) {
  const RecordDecl *Record = NameTable::recordOf(Argument->IgnoreParenCasts()->getType());
  if (!Record)
    return deref(unknown());
  FieldId Id = Names.Unit.Fields.intern({Names.record(Record), Name.str()});
  return node({.Kind = Op::Member, .A = Place, .Fld = Id});
}

NodeId Expressions::objectValue(const ApiObject &Object, ArgumentLookup Argument, VarId Result) {
  if (Object.From == ApiObject::Base::Argument && Object.Path.empty() && !Object.IsElement) {
    const Expr *E = Argument(Object.Index);
    return E ? value(E) : unknown();
  }
  NodeId Place = objectPlace(Object, Argument, Result);
  if (!Place)
    return unknown();
  return Object.IsElement || !Object.Path.empty() ? address(Place) : load(Place);
}

NodeId Expressions::modelled(const Expansion *E) {
  if (!E->Entry->Value)
    return load(var(resultOf(E)));
  return objectValue(*E->Entry->Value, [&](unsigned I) { return argument(E, I); }, VarId());
}

} // namespace lockorder
