//===- PlaceText.cpp - Text that names a place ------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/PlaceText.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace lockorder {
namespace {

class PlaceText {
public:
  PlaceText(const FunctionDecl *Decl, NameTable &Names, Expressions &Values, llvm::StringRef Text)
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
    bool Wrapped = (Rest = Rest.ltrim()).consume_front("("); // as macros write their parameters
    llvm::StringRef Name = word();
    if (Wrapped && !(Rest = Rest.ltrim()).consume_front(")"))
      return NodeId();
    if (const VarDecl *Variable = variable(Name)) {
      Type = Variable->getType();
      return Values.var(Values.variable(Variable));
    }
    const VarDecl *Object = Name.empty() ? nullptr : Names.findObject(Name);
    if (!Object)
      return NodeId();
    Type = Object->getType();
    return Values.global(Object);
  }

  /// A parameter, or a local if only one has that name.
  const VarDecl *variable(llvm::StringRef Name) const {
    const VarDecl *Found = nullptr;
    for (const clang::Decl *D : Decl->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && V->getName() == Name) {
        if (Found || !V->hasLocalStorage())
          return nullptr;
        Found = V;
      }
    return Found;
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

} // namespace

NodeId placeOfText(llvm::StringRef Text, const FunctionDecl *Decl, NameTable &Names,
                   Expressions &Values) {
  return PlaceText(Decl, Names, Values, Text).place();
}

} // namespace lockorder
