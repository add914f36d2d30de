//===- FunctionLowering.h - One function's CFG as blocks of events -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks Clang's CFG in reverse post-order and emits what happens: modelled APIs, calls,
// assignments, returns, and the condition of each branch. Values are lowered by Expressions on
// demand.
//
// `a && b` and `a ? b : c` as values leave their result in a temporary that each arm assigns: the
// CFG has the arms in different blocks. Cleanup functions (`guard()`, `__free()`) are calls where
// the CFG says that a scope ends.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "frontend/Expressions.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseSet.h"

namespace lockorder {

class FunctionLowering {
public:
  FunctionLowering(NameTable &Names, const MacroIndex &Macros, const KernelModel &Model)
      : Names(Names), Macros(Macros), Model(Model), Values(Names, Macros, Out) {}

  /// Lowers a definition. `Skipped` receives the sites of lock APIs in code that Clang proves
  /// unreachable; `Mentioned` the functions that the body names.
  Function lower(const clang::FunctionDecl *Decl, std::vector<ApiSite> &Skipped,
                 std::vector<const clang::FunctionDecl *> &Mentioned);

private:
  void lowerBlocks(const clang::CFG &Graph);
  void lowerElement(const clang::CFGElement &Element);
  void lowerStatement(const clang::Stmt *S);
  void lowerCall(const clang::CallExpr *Call);
  /// `Entry`, or if that is null, a call of `Callee`.
  void emitCall(const clang::CallExpr *Call, const clang::Expr *Callee, const Api *Entry);
  /// A call that is written inside a macro's argument, by the file locations of its ends.
  using Written = std::pair<clang::SourceLocation::UIntTy, clang::SourceLocation::UIntTy>;
  std::optional<Written> writtenAsArgument(const clang::CallExpr *Call) const;
  void lowerCallsFirst(const clang::Stmt *Argument);
  void lowerAssignment(const clang::BinaryOperator *Assign);
  void lowerDeclaration(const clang::VarDecl *Decl);
  void lowerInitializer(NodeId Place, const clang::Expr *Init, clang::SourceLocation Where);
  void lowerAssembly(const clang::GCCAsmStmt *Assembly);
  void lowerRecovery(const clang::RecoveryExpr *E);
  void lowerSuccessors(const clang::CFGBlock *From, Block &To);
  void lowerSwitch(const clang::CFGBlock *From, Block &To);
  void emitExpansion(const Expansion *Owner);
  /// `Text`: of an expansion's arguments, also those for which Clang has no expression.
  void emitApi(const Api &Entry, Expressions::ArgumentLookup Argument, VarId Result, Site Where,
               llvm::ArrayRef<Expansion::Argument> Text = {});
  int64_t gfpBit(llvm::StringRef Name, int64_t Otherwise);
  NodeId directReclaim(NodeId Gfp);
  void noteTypes(const clang::CallExpr *Call, CallEvent &E);
  void emitArm(const clang::Expr *Arm);
  void emit(Event E) { Out.Blocks[Current].Events.push_back(std::move(E)); }
  void assign(NodeId Target, NodeId Value, clang::SourceLocation Where);
  void noteSkipped(const clang::Stmt *S, std::vector<ApiSite> &Skipped);
  void findArms(const clang::Stmt *Body);
  void noteChosen(const clang::CallExpr *Call);

  NameTable &Names;
  const MacroIndex &Macros;
  const KernelModel &Model;
  const clang::FunctionDecl *Self = nullptr;
  Function Out;
  Expressions Values;
  size_t Current = 0;
  llvm::StringMap<int64_t> GfpBits;
  clang::SourceLocation EndOfBody;
  llvm::DenseMap<const clang::CFGBlock *, BlockId> BlockOf;
  llvm::DenseSet<const Expansion *> Emitted;
  llvm::DenseMap<Written, const clang::CallExpr *> Called;
  /// Of these, what was lowered before the expansion that it is an argument of.
  llvm::DenseSet<Written> CalledFirst;
  /// An operand of a short-circuit or conditional expression -> the expressions that it is an arm
  /// of.
  llvm::DenseMap<const clang::Expr *, llvm::SmallVector<const clang::Expr *, 1>> Arms;
  /// `c ? f : g` -> the call of one of them.
  llvm::DenseMap<const clang::Expr *, const clang::CallExpr *> Chosen;
};

} // namespace lockorder
