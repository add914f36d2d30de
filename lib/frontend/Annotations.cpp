//===- Annotations.cpp - What a function's declaration says of locks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Annotations.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace lockorder {
namespace {

/// Reads `&p->dev.lock`, `lock`, `*slot` as the place of a lock: the text was never parsed by
/// Clang.
class LockText {
public:
  LockText(const FunctionDecl *Decl, NameTable &Names, Expressions &Values, llvm::StringRef Text)
      : Decl(Decl), Names(Names), Values(Values), Rest(Text.trim()) {}

  NodeId place() {
    while (Rest.starts_with("(") && Rest.ends_with(")"))
      Rest = Rest.drop_front().drop_back().trim();
    bool Address = Rest.consume_front("&");
    bool Pointed = !Address && Rest.consume_front("*");
    NodeId At = name();
    while (At && !(Rest = Rest.ltrim()).empty())
      At = step(At);
    if (!At || Type.isNull())
      return NodeId();
    if (Pointed)
      At = follow(At);
    return !Address && At && Type->isPointerType() ? follow(At) : At;
  }

private:
  llvm::StringRef word() {
    Rest = Rest.ltrim();
    llvm::StringRef Word = Rest.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; });
    Rest = Rest.drop_front(Word.size());
    return Word;
  }

  NodeId name() {
    llvm::StringRef Name = word();
    for (const ParmVarDecl *P : Decl->parameters())
      if (P->getName() == Name) {
        Type = P->getType();
        return Values.var(Values.variable(P));
      }
    const VarDecl *Object = Name.empty() ? nullptr : Names.findObject(Name);
    if (!Object)
      return NodeId();
    Type = Object->getType();
    return Values.global(Object);
  }

  NodeId follow(NodeId Place) {
    if (!Type->isPointerType())
      return NodeId();
    Type = Type->getPointeeType();
    return Values.deref(Values.load(Place));
  }

  NodeId step(NodeId Place) {
    if (Rest.consume_front("->"))
      Place = follow(Place);
    else if (!Rest.consume_front("."))
      return NodeId();
    const RecordDecl *Record = Place ? Type->getAsRecordDecl() : nullptr;
    Record = Record ? Record->getDefinition() : nullptr;
    if (!Record)
      return NodeId();
    for (const NamedDecl *D : Record->lookup(&Names.Context.Idents.get(word()))) {
      llvm::SmallVector<const NamedDecl *, 4> Chain{D};
      if (const auto *Indirect = dyn_cast<IndirectFieldDecl>(D))
        Chain.assign(Indirect->chain().begin(), Indirect->chain().end());
      for (const NamedDecl *Each : Chain)
        if (const auto *Field = dyn_cast<FieldDecl>(Each)) {
          Place = Values.member(Place, Field);
          Type = Field->getType();
        }
      return Place;
    }
    return NodeId();
  }

  const FunctionDecl *Decl;
  NameTable &Names;
  Expressions &Values;
  llvm::StringRef Rest;
  QualType Type;
};

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
        if (NodeId Lock =
                LockText(Decl, Names, Values, E->Arguments[What.Object.Index].Text).place())
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
