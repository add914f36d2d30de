//===- Expressions.h - C expressions as nodes of the lock program -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowers the pure part of an expression: which place does it denote, which value does it have? Side
// effects (calls, assignments) are events, lowered by FunctionLowering in the CFG's order; here
// they only leave the variable that holds their result.
//
// `container_of` and relatives are recognized by what they compute (a pointer minus the offset of a
// member), never by name.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/MacroIndex.h"
#include "frontend/NameTable.h"

namespace lockorder {

class Expressions {
public:
  Expressions(NameTable &Names, const MacroIndex &Macros, Function &Out)
      : Names(Names), Macros(Macros), Out(Out) {}

  NodeId place(const clang::Expr *E);
  NodeId value(const clang::Expr *E);

  /// The variable of a parameter or local.
  VarId variable(const clang::VarDecl *Decl);
  VarId temporary(clang::QualType Type);
  /// The temporary that an effectful or short-circuit expression, or a macro, leaves its value in.
  VarId resultOf(const clang::Expr *E);
  VarId resultOf(const Expansion *E);
  bool hasResult(const clang::Expr *E) const { return Results.contains(E); }

  /// The operand of an API: where the model's words meet this call's arguments.
  using ArgumentLookup = llvm::function_ref<const clang::Expr *(unsigned)>;
  NodeId objectPlace(const ApiObject &Object, ArgumentLookup Argument, VarId Result);
  NodeId objectValue(const ApiObject &Object, ArgumentLookup Argument, VarId Result);

  void setArguments(MacroIndex::ArgumentMap Map) { Arguments = std::move(Map); }
  const clang::Expr *argument(const Expansion *E, unsigned Index) const {
    return Arguments.lookup({E, Index});
  }

  /// A global object of that name, whether the unit declares it or not.
  NodeId named(llvm::StringRef Global);
  NodeId unknown();
  NodeId integer(int64_t Value) { return node({.Kind = Op::Int, .Value = Value}); }
  NodeId address(NodeId Place);
  NodeId load(NodeId Place) { return node({.Kind = Op::Load, .A = Place}); }
  NodeId deref(NodeId Value);
  NodeId function(const clang::FunctionDecl *Decl);
  NodeId global(const clang::VarDecl *Decl) {
    return node({.Kind = Op::Global, .Sym = Names.object(Decl)});
  }
  NodeId var(VarId V) { return node({.Kind = Op::Var, .Variable = V}); }
  NodeId binary(BinaryOp Kind, NodeId A, NodeId B);
  NodeId member(NodeId Place, const clang::FieldDecl *Field);

  /// Functions that were named: the lowering of the unit follows them into headers.
  std::vector<const clang::FunctionDecl *> Mentioned;

private:
  NodeId node(Node N);
  NodeId binaryValue(const clang::BinaryOperator *E);
  NodeId pointerArithmetic(const clang::BinaryOperator *E);
  NodeId comparison(BinaryOp Kind, const clang::BinaryOperator *E);
  NodeId outer(NodeId Place, const clang::OffsetOfExpr *Offset);
  NodeId modelled(const Expansion *E);
  NodeId ownMember(NodeId Place, const clang::Expr *Argument, llvm::StringRef Name);
  NodeId recovered(const clang::RecoveryExpr *E);

  NameTable &Names;
  const MacroIndex &Macros;
  Function &Out;
  std::map<Node, NodeId> Nodes;
  llvm::DenseMap<const clang::VarDecl *, VarId> Variables;
  llvm::DenseMap<const clang::Expr *, VarId> Results;
  llvm::DenseMap<const Expansion *, VarId> MacroResults;
  MacroIndex::ArgumentMap Arguments;
  int64_t Unknowns = 0;
};

/// Strips what does not change which object or number is meant: parentheses, casts,
/// `__extension__`,
/// `__builtin_expect`, chosen branches of `_Generic` and `__builtin_choose_expr`. Loads are kept.
const clang::Expr *strip(const clang::Expr *E);

/// A constant as the lock program has it: 64 bits, unsigned ones wrapped.
int64_t number(const llvm::APSInt &Value);

/// The modelled API that a call names, or null. A driver's own static function of that name is
/// none.
const Api *apiOf(const clang::CallExpr *Call, const KernelModel &Model,
                 const clang::SourceManager &Sources);
const Api *apiOf(const clang::FunctionDecl *Callee, const KernelModel &Model,
                 const clang::SourceManager &Sources);

} // namespace lockorder
