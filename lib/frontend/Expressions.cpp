//===- Expressions.cpp - C expressions as nodes of the lock program -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/Expressions.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace lockorder {

/// The largest value of a small unsigned type that `E` promotes, else 0: `u16` can never be -1.
static int64_t promotedMask(const Expr *E) {
  const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
  if (!Cast || Cast->getCastKind() != CK_IntegralCast)
    return 0;
  QualType From = Cast->getSubExpr()->getType();
  if (From->isSpecificBuiltinType(BuiltinType::UShort))
    return 0xffff;
  if (From->isSpecificBuiltinType(BuiltinType::UChar))
    return 0xff;
  return 0;
}

const Expr *strip(const Expr *E) {
  while (true) {
    if (const auto *Paren = dyn_cast<ParenExpr>(E))
      E = Paren->getSubExpr();
    else if (const auto *Choose = dyn_cast<ChooseExpr>(E);
             Choose && !Choose->isConditionDependent())
      E = Choose->getChosenSubExpr();
    else if (const auto *Generic = dyn_cast<GenericSelectionExpr>(E);
             Generic && !Generic->isResultDependent())
      E = Generic->getResultExpr();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
             Unary && Unary->getOpcode() == UO_Extension)
      E = Unary->getSubExpr();
    else if (const auto *Constant = dyn_cast<ConstantExpr>(E))
      E = Constant->getSubExpr();
    else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(E); Opaque && Opaque->getSourceExpr())
      E = Opaque->getSourceExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(E);
             Cast && Cast->getCastKind() != CK_LValueToRValue &&
             Cast->getCastKind() != CK_ArrayToPointerDecay && !promotedMask(E))
      E = Cast->getSubExpr();
    else if (const auto *Call = dyn_cast<CallExpr>(E);
             Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
      E = Call->getArg(0);
    else
      return E;
  }
}

int64_t number(const llvm::APSInt &Value) {
  return static_cast<int64_t>(Value.extOrTrunc(64).getRawData()[0]);
}

const Api *apiOf(const FunctionDecl *Callee, const KernelModel &Model,
                 const SourceManager &Sources) {
  if (!Callee || !Callee->getIdentifier())
    return nullptr;
  const Api *Entry = Model.find(Callee->getName());
  if (!Entry || Entry->MacroOnly)
    return nullptr;
  const FunctionDecl *Definition = nullptr;
  if (Callee->isDefined(Definition) && Definition->getStorageClass() == SC_Static &&
      Sources.isInMainFile(Sources.getFileLoc(Definition->getLocation())))
    return nullptr;
  return Entry;
}

const Api *apiOf(const CallExpr *Call, const KernelModel &Model, const SourceManager &Sources) {
  return apiOf(Call->getDirectCallee(), Model, Sources);
}

NodeId Expressions::node(Node N) {
  auto [It, New] = Nodes.try_emplace(N, NodeId(static_cast<uint32_t>(Out.Nodes.size())));
  if (New)
    Out.Nodes.push_back(N);
  return It->second;
}

NodeId Expressions::unknown() { return node({.Kind = Op::Unknown, .Value = Unknowns++}); }

NodeId Expressions::address(NodeId Place) {
  const Node &N = Out.Nodes[Place.index()];
  return N.Kind == Op::Deref ? N.A : node({.Kind = Op::Addr, .A = Place});
}

NodeId Expressions::deref(NodeId Value) {
  const Node &N = Out.Nodes[Value.index()];
  return N.Kind == Op::Addr ? N.A : node({.Kind = Op::Deref, .A = Value});
}

NodeId Expressions::binary(BinaryOp Kind, NodeId A, NodeId B) {
  return node({.Kind = Op::Binary, .A = A, .B = B, .Value = static_cast<int64_t>(Kind)});
}

NodeId Expressions::member(NodeId Place, const FieldDecl *Field) {
  if (!Field->getIdentifier())
    return Place; // an anonymous struct or union: its members are its parent's
  return node({.Kind = Op::Member, .A = Place, .Fld = Names.field(Field)});
}

NodeId Expressions::function(const FunctionDecl *Decl) {
  Mentioned.push_back(Decl);
  return node({.Kind = Op::Function, .Sym = Names.function(Decl)});
}

VarId Expressions::variable(const VarDecl *Decl) {
  auto [It, New] = Variables.try_emplace(Decl, VarId(static_cast<uint32_t>(Out.Variables.size())));
  if (New)
    Out.Variables.push_back({Names.nameOf(Decl), Names.pointee(Decl->getType())});
  return It->second;
}

VarId Expressions::temporary(QualType Type) {
  VarId Id(static_cast<uint32_t>(Out.Variables.size()));
  Out.Variables.push_back({"", Names.pointee(Type)});
  return Id;
}

VarId Expressions::resultOf(const Expr *E) {
  auto It = Results.find(E);
  if (It != Results.end())
    return It->second;
  VarId Id = temporary(E->getType());
  Results[E] = Id;
  return Id;
}

VarId Expressions::resultOf(const Expansion *E) {
  auto It = MacroResults.find(E);
  if (It != MacroResults.end())
    return It->second;
  VarId Id = temporary(QualType());
  MacroResults[E] = Id;
  return Id;
}

/// `T_member - offsetof(T, member)` seen from the place that the member is.
NodeId Expressions::outer(NodeId Place, const OffsetOfExpr *Offset) {
  for (unsigned I = Offset->getNumComponents(); I != 0; --I) {
    const OffsetOfNode &Component = Offset->getComponent(I - 1);
    if (Component.getKind() != OffsetOfNode::Field || !Component.getField()->getIdentifier())
      continue; // an index or an anonymous member: the same place, one level up
    FieldId Field = Names.field(Component.getField());
    const Node &N = Out.Nodes[Place.index()];
    Place = N.Kind == Op::Member && N.Fld == Field
                ? N.A
                : node({.Kind = Op::Outer, .A = Place, .Fld = Field});
  }
  return Place;
}

NodeId Expressions::pointerArithmetic(const BinaryOperator *E) {
  const Expr *Left = strip(E->getLHS()), *Right = strip(E->getRHS());
  if (E->getOpcode() == BO_Sub)
    if (const auto *Offset = dyn_cast<OffsetOfExpr>(Right))
      return address(outer(deref(value(Left)), Offset));
  if (!E->getType()->isPointerType())
    return NodeId();
  const Expr *Pointer = E->getLHS()->getType()->isPointerType() ? Left : Right;
  NodeId Index = value(Pointer == Left ? Right : Left);
  if (Out.Nodes[Index.index()].Kind == Op::Int && Out.Nodes[Index.index()].Value == 0)
    return value(Pointer);
  if (E->getOpcode() == BO_Sub)
    Index = Out.Nodes[Index.index()].Kind == Op::Int
                ? integer(-Out.Nodes[Index.index()].Value)
                : node({.Kind = Op::Unary, .A = Index, .Value = int64_t(UnaryOp::Minus)});
  return address(node({.Kind = Op::Element, .A = deref(value(Pointer)), .B = Index}));
}

/// IS_ERR_VALUE() and friends compare as unsigned with -MAX_ERRNO: for us, error pointers are
/// negative.
NodeId Expressions::comparison(BinaryOp Kind, const BinaryOperator *E) {
  NodeId A = value(E->getLHS()), B = value(E->getRHS());
  const Node &Right = Out.Nodes[B.index()];
  bool Unsigned =
      E->getLHS()->getType()->isUnsignedIntegerType() || E->getLHS()->getType()->isPointerType();
  if (Unsigned && Right.Kind == Op::Int && Right.Value < 0 && Right.Value >= -4095) {
    if (Kind == BinaryOp::Ge || Kind == BinaryOp::Gt)
      return binary(BinaryOp::Lt, A, integer(0));
    if (Kind == BinaryOp::Lt || Kind == BinaryOp::Le)
      return binary(BinaryOp::Ge, A, integer(0));
  }
  return binary(Kind, A, B);
}

NodeId Expressions::binaryValue(const BinaryOperator *E) {
  if (E->isAssignmentOp())
    return load(place(E->getLHS()));
  switch (E->getOpcode()) {
  case BO_Comma:
    return value(E->getRHS());
  case BO_LAnd:
  case BO_LOr:
    return load(var(resultOf(E)));
  case BO_EQ:
    return comparison(BinaryOp::Eq, E);
  case BO_NE:
    return comparison(BinaryOp::Ne, E);
  case BO_LT:
    return comparison(BinaryOp::Lt, E);
  case BO_LE:
    return comparison(BinaryOp::Le, E);
  case BO_GT:
    return comparison(BinaryOp::Gt, E);
  case BO_GE:
    return comparison(BinaryOp::Ge, E);
  case BO_Add:
  case BO_Sub:
    if (NodeId Pointer = pointerArithmetic(E))
      return Pointer;
    return binary(E->getOpcode() == BO_Add ? BinaryOp::Add : BinaryOp::Sub, value(E->getLHS()),
                  value(E->getRHS()));
  case BO_Mul:
    return binary(BinaryOp::Mul, value(E->getLHS()), value(E->getRHS()));
  case BO_Div:
    return binary(BinaryOp::Div, value(E->getLHS()), value(E->getRHS()));
  case BO_Rem:
    return binary(BinaryOp::Rem, value(E->getLHS()), value(E->getRHS()));
  case BO_Shl:
    return binary(BinaryOp::Shl, value(E->getLHS()), value(E->getRHS()));
  case BO_Shr:
    return binary(BinaryOp::Shr, value(E->getLHS()), value(E->getRHS()));
  case BO_And:
    return binary(BinaryOp::And, value(E->getLHS()), value(E->getRHS()));
  case BO_Or:
    return binary(BinaryOp::Or, value(E->getLHS()), value(E->getRHS()));
  case BO_Xor:
    return binary(BinaryOp::Xor, value(E->getLHS()), value(E->getRHS()));
  default:
    return unknown();
  }
}

NodeId Expressions::recovered(const RecoveryExpr *E) {
  llvm::StringRef Text = Lexer::getSourceText(CharSourceRange::getTokenRange(E->getSourceRange()),
                                              Names.Sources, Names.Context.getLangOpts());
  bool IsName = !Text.empty() && llvm::all_of(Text, [](char C) {
    return isAsciiIdentifierContinue(static_cast<unsigned char>(C));
  });
  if (!IsName || isDigit(static_cast<unsigned char>(Text.front())))
    return NodeId();
  return node({.Kind = Op::Global, .Sym = Names.undeclared(Text, SymbolKind::Object)});
}

NodeId Expressions::place(const Expr *E) {
  E = strip(E);
  if (const Expansion *Owner = Macros.owner(E); Owner && Owner->Entry->Value)
    return deref(modelled(Owner));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Decl = dyn_cast<VarDecl>(Ref->getDecl())) {
      if (Decl->hasLocalStorage())
        return var(variable(Decl));
      return global(Decl);
    }
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl())) {
      NodeId Base = Member->isArrow() ? deref(value(Member->getBase())) : place(Member->getBase());
      return member(Base, Field);
    }
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      return deref(value(Unary->getSubExpr()));
  } else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
    const Expr *Base = strip(Index->getBase());
    const auto *Decay = dyn_cast<CastExpr>(Base);
    NodeId Array = Decay && Decay->getCastKind() == CK_ArrayToPointerDecay
                       ? place(Decay->getSubExpr())
                       : deref(value(Base));
    return node({.Kind = Op::Element, .A = Array, .B = value(Index->getIdx())});
  } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_LValueToRValue)
      return place(Cast->getSubExpr()); // a record copied as a whole
  } else if (const auto *Recovery = dyn_cast<RecoveryExpr>(E)) {
    if (NodeId Named = recovered(Recovery))
      return Named;
  } else if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    if (const auto *Last = dyn_cast_or_null<Expr>(Block->getSubStmt()->body_back()))
      return place(Last);
  } else if (isa<CallExpr>(E) && hasResult(E)) {
    return var(resultOf(E)); // a record returned by value
  }
  return deref(unknown());
}

NodeId Expressions::value(const Expr *E) {
  E = strip(E);
  if (const Expansion *Owner = Macros.owner(E))
    return modelled(Owner);
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (int64_t Mask = promotedMask(Cast)) {
      NodeId Small = value(Cast->getSubExpr());
      return Out.Nodes[Small.index()].Kind == Op::Int ? Small
                                                      : binary(BinaryOp::And, Small, integer(Mask));
    }
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return address(node({.Kind = Op::Element, .A = place(Cast->getSubExpr()), .B = integer(0)}));
    return load(place(Cast->getSubExpr())); // CK_LValueToRValue
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Callee = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return function(Callee);
    if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(Ref->getDecl()))
      return integer(number(Enumerator->getInitVal()));
    return load(place(E));
  }
  if (const auto *Literal = dyn_cast<IntegerLiteral>(E))
    return integer(Literal->getValue().getLimitedValue(INT64_MAX));
  if (const auto *Literal = dyn_cast<CharacterLiteral>(E))
    return integer(Literal->getValue());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    switch (Unary->getOpcode()) {
    case UO_AddrOf: {
      const Expr *Sub = strip(Unary->getSubExpr());
      if (const auto *Ref = dyn_cast<DeclRefExpr>(Sub); Ref && isa<FunctionDecl>(Ref->getDecl()))
        return function(cast<FunctionDecl>(Ref->getDecl()));
      return address(place(Sub));
    }
    case UO_Deref: {
      NodeId Pointer = value(Unary->getSubExpr());
      if (Out.Nodes[Pointer.index()].Kind == Op::Function)
        return Pointer; // *function
      return load(deref(Pointer));
    }
    case UO_Plus:
      return value(Unary->getSubExpr());
    case UO_Minus:
    case UO_Not:
    case UO_LNot: {
      UnaryOp Kind = Unary->getOpcode() == UO_Minus ? UnaryOp::Minus
                     : Unary->getOpcode() == UO_Not ? UnaryOp::BitNot
                                                    : UnaryOp::Not;
      NodeId Sub = value(Unary->getSubExpr());
      if (const Node &N = Out.Nodes[Sub.index()]; N.Kind == Op::Int)
        return integer(Kind == UnaryOp::Minus    ? -N.Value
                       : Kind == UnaryOp::BitNot ? ~N.Value
                                                 : !N.Value);
      return node({.Kind = Op::Unary, .A = Sub, .Value = static_cast<int64_t>(Kind)});
    }
    default:
      return load(place(Unary->getSubExpr())); // ++ and --: the assignment is an event
    }
  }
  if (isa<UnaryExprOrTypeTraitExpr, OffsetOfExpr>(E)) {
    Expr::EvalResult Result;
    if (!E->isValueDependent() && E->EvaluateAsInt(Result, Names.Context))
      return integer(number(Result.Val.getInt()));
    return unknown();
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return binaryValue(Binary);
  if (isa<AbstractConditionalOperator>(E))
    return load(var(resultOf(E)));
  if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    const Stmt *Last =
        Block->getSubStmt()->body_empty() ? nullptr : Block->getSubStmt()->body_back();
    while (const auto *Label = dyn_cast_or_null<LabelStmt>(Last))
      Last = Label->getSubStmt();
    if (const auto *Result = dyn_cast_or_null<Expr>(Last))
      return value(Result);
    return unknown();
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (Call->getBuiltinCallee() == Builtin::BI__builtin_constant_p)
      return integer(0);
    if (hasResult(E))
      return load(var(resultOf(E)));
    return unknown();
  }
  if (isa<MemberExpr, ArraySubscriptExpr, RecoveryExpr>(E))
    return load(place(E));
  return unknown();
}

} // namespace lockorder
