//===- Arms.cpp - What `&&`, `||` and `?:` decide ---------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/FunctionLowering.h"

using namespace clang;

namespace lockorder {

/// Finds the operands that decide the value of `&&`, `||` and `?:`.
void FunctionLowering::findArms(const Stmt *Body) {
  llvm::SmallVector<const Stmt *, 64> Stack{Body};
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (const auto *Conditional = dyn_cast<AbstractConditionalOperator>(S)) {
      Arms[strip(Conditional->getTrueExpr())].push_back(Conditional);
      Arms[strip(Conditional->getFalseExpr())].push_back(Conditional);
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(S); Binary && Binary->isLogicalOp()) {
      Arms[strip(Binary->getLHS())].push_back(Binary);
      Arms[strip(Binary->getRHS())].push_back(Binary);
    }
    if (const auto *Call = dyn_cast<CallExpr>(S))
      noteChosen(Call);
    for (const Stmt *Child : S->children())
      if (Child)
        Stack.push_back(Child);
  }
}

static const FunctionDecl *functionOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(E));
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

/// `(write ? up_write : up_read)(&sem)` is the one call in one arm and the other one in the other.
void FunctionLowering::noteChosen(const CallExpr *Call) {
  const auto *Choice = dyn_cast<ConditionalOperator>(strip(Call->getCallee()));
  if (Choice && functionOf(Choice->getTrueExpr()) && functionOf(Choice->getFalseExpr()))
    Chosen[Choice] = Call;
}

/// Gives what `Arm` decides its value. In `a || b || c` control leaves from `a` for where the whole
/// is known, past `a || b`: so an operand sets all that it may decide, and later ones overwrite it.
void FunctionLowering::emitArm(const Expr *Arm) {
  llvm::SmallVector<const Expr *, 4> Decided(Arms.lookup(Arm));
  for (size_t I = 0; I != Decided.size(); ++I) {
    const Expr *Whole = Decided[I];
    if (const CallExpr *Call = Chosen.lookup(Whole)) {
      emitCall(Call, Arm, apiOf(functionOf(Arm), Model, Names.Sources));
      continue;
    }
    if (Whole->getType()->isVoidType() || Macros.owner(Whole))
      continue;
    NodeId Value = Values.value(Arm);
    if (isa<BinaryOperator>(Whole)) {
      Value = Values.binary(BinaryOp::Ne, Value, Values.integer(0));
      for (const Expr *Outer : Arms.lookup(Whole))
        if (isa<BinaryOperator>(Outer))
          Decided.push_back(Outer);
    }
    emit(AssignEvent{Values.var(Values.resultOf(Whole)), Value, Names.site(Arm->getBeginLoc())});
  }
}

} // namespace lockorder
