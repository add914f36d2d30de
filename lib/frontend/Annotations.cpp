//===- Annotations.cpp - What a function's declaration says of locks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Annotations.h"
#include "frontend/PlaceText.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace lockorder {
namespace {

Effect heldOnEntry(NodeId Lock, LockMode Mode) {
  Effect Held;
  Held.Kind = EffectKind::AssertHeld;
  Held.Object = Lock;
  Held.Mode = Mode;
  return Held;
}

} // namespace

std::vector<ApiEvent> annotationsOf(const FunctionDecl *Decl, NameTable &Names,
                                    const MacroIndex &Macros, Expressions &Values) {
  std::vector<ApiEvent> Events;
  for (const Expansion *E : Macros.between(Decl->getLocation(), Decl->getBody()->getBeginLoc()))
    for (const ApiEffect &What : E->Entry->Effects)
      if (What.Kind == EffectKind::AssertHeld && What.Object.Index < E->Arguments.size())
        if (NodeId Lock = placeOfText(E->Arguments[What.Object.Index].Text, Decl, Names, Values))
          Events.push_back({Names.name(E->Entry->Name),
                            {heldOnEntry(Lock, What.Mode)},
                            VarId(),
                            Names.site(E->Name)});
  auto Add = [&](const Attr *A, const char *Name, auto Arguments, bool Shared) {
    for (const Expr *Named : Arguments) {
      bool Pointer = Named->getType()->isPointerType();
      NodeId Lock = Pointer ? Values.deref(Values.value(Named)) : Values.place(Named);
      Events.push_back({Names.name(Name),
                        {heldOnEntry(Lock, Shared ? LockMode::Shared : LockMode::Exclusive)},
                        VarId(),
                        Names.site(A->getLocation())});
    }
  };
  for (const auto *A : Decl->specific_attrs<RequiresCapabilityAttr>())
    Add(A, "requires_capability", A->args(), A->isShared());
  for (const auto *A : Decl->specific_attrs<ReleaseCapabilityAttr>())
    Add(A, "release_capability", A->args(), A->isShared());
  return Events;
}

} // namespace lockorder
