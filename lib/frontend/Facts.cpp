//===- Facts.cpp - What declarations and initializers say -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Facts.h"
#include "frontend/Expressions.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace lockorder {
namespace {

class InitializerWalk {
public:
  InitializerWalk(const VarDecl *Object, NameTable &Names, const KernelModel &Model,
                  std::vector<const FunctionDecl *> &Mentioned)
      : Object(Object), Names(Names), Model(Model), Mentioned(Mentioned) {}

  void walk(const Expr *Init, const FieldDecl *Field) {
    const Expr *E = strip(Init);
    if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
      E = strip(Literal->getInitializer());
    if (const auto *Address = dyn_cast<UnaryOperator>(E);
        Address && Address->getOpcode() == UO_AddrOf)
      E = strip(Address->getSubExpr());
    if (const auto *Conditional = dyn_cast<ConditionalOperator>(E)) {
      walk(Conditional->getTrueExpr(), Field);
      walk(Conditional->getFalseExpr(), Field);
    } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
      walkList(List->getSemanticForm() ? List->getSemanticForm() : List, Field);
    } else if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E)) {
      walk(Literal->getInitializer(), Field);
    } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      walk(Cast->getSubExpr(), Field); // decay of an array literal
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Callee = dyn_cast<FunctionDecl>(Ref->getDecl());
      if (!Callee)
        return;
      Mentioned.push_back(Callee);
      bool IsPointer = !Field && isFunctionPointer(Object->getType());
      if (IsPointer || (Field && Field->getIdentifier()))
        Names.Unit.Pointers.push_back({Field ? Names.field(Field) : FieldId(),
                                       Names.function(Callee), Names.object(Object),
                                       Names.site(Ref->getBeginLoc())});
    }
  }

private:
  /// Or an array of them.
  bool isFunctionPointer(QualType Type) const {
    return Names.Context.getBaseElementType(Type)->isFunctionPointerType();
  }

  void walkList(const InitListExpr *List, const FieldDecl *Field) {
    const RecordDecl *Record = List->getType()->getAsRecordDecl();
    if (!Record) { // an array: its elements are all this field
      for (const Expr *Element : List->inits())
        walk(Element, Field);
      return;
    }
    if (Record->isUnion()) {
      if (const FieldDecl *Chosen = List->getInitializedFieldInUnion();
          Chosen && List->getNumInits())
        walk(List->getInit(0), Chosen);
      return;
    }
    noteCount(List, Record, Field);
    unsigned I = 0;
    for (const FieldDecl *Member : Record->fields()) {
      if (Member->isUnnamedBitField())
        continue;
      if (I == List->getNumInits())
        break;
      walk(List->getInit(I++), Member->getIdentifier() ? Member : Field);
    }
  }

  void noteCount(const InitListExpr *List, const RecordDecl *Record, const FieldDecl *Field) {
    for (const auto &[Tag, Count] : Model.countFields()) {
      if (!Record->getIdentifier() || Record->getName() != Tag)
        continue;
      unsigned I = 0;
      for (const FieldDecl *Member : Record->fields()) {
        Expr::EvalResult Value;
        if (I < List->getNumInits() && Member->getName() == Count &&
            !List->getInit(I)->isValueDependent() &&
            List->getInit(I)->EvaluateAsInt(Value, Names.Context))
          Names.Unit.Inits.push_back({Names.object(Object), Field ? Names.field(Field) : FieldId(),
                                      number(Value.Val.getInt())});
        ++I;
      }
    }
  }

  const VarDecl *Object;
  NameTable &Names;
  const KernelModel &Model;
  std::vector<const FunctionDecl *> &Mentioned;
};

} // namespace

void collectInitializer(const VarDecl *Object, NameTable &Names, const KernelModel &Model,
                        std::vector<const FunctionDecl *> &Mentioned) {
  InitializerWalk(Object, Names, Model, Mentioned).walk(Object->getInit(), nullptr);
}

void collectDeclarations(const MacroIndex &Macros, NameTable &Names,
                         std::vector<const FunctionDecl *> &Mentioned) {
  for (const DeclarationMacro &D : Macros.declarations()) {
    unsigned Index = D.Root ? D.Root->Argument : 0;
    if (Index >= D.Arguments.size())
      continue;
    const FunctionDecl *Named = Names.findFunction(D.Arguments[Index]);
    if (!Named)
      continue;
    if (!D.Root) {
      Names.Unit.Exports.push_back(Names.function(Named));
      continue;
    }
    Mentioned.push_back(Named);
    Names.Unit.Roots.push_back(
        {Names.function(Named), Names.name(D.Name), D.Root->Ctx, Names.site(D.Where)});
  }
}

} // namespace lockorder
