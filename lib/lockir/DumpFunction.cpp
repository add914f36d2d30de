//===- DumpFunction.cpp - The lock program printed: functions ---------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The grammar is in Parse.cpp.
//
//===----------------------------------------------------------------------===//

#include "lockir/Nodes.h"
#include "lockir/Printer.h"
#include "lockir/Spelling.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder::text {

void Printer::function(const Function &F) {
  Out << "\nfunction ";
  declaration(F.Name);
  variables(F);
  for (const FlagWord &Flag : functionFlags())
    if (F.Flags & Flag.Flag)
      Out << " " << Flag.Word;
  if (F.Type)
    Out << " type " << F.Type;
  site(F.Where);
  Out << " {\n";
  for (size_t B = 0; B != F.Blocks.size(); ++B) {
    Out << "b" << B << ":\n";
    block(F, F.Blocks[B]);
  }
  Out << "}\n";
}

/// The parameters, and after a semicolon the locals that have something to say or that the body
/// does not mention (mentioned ones the parser enters by itself).
void Printer::variables(const Function &F) {
  std::vector<bool> Implied(F.Variables.size());
  for (const Node &N : F.Nodes)
    if (N.Kind == Op::Var)
      Implied[N.Variable.index()] = true;
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events) {
      VarId Result;
      if (auto *Api = std::get_if<ApiEvent>(&E))
        Result = Api->Result;
      else if (auto *Call = std::get_if<CallEvent>(&E))
        Result = Call->Result;
      if (Result)
        Implied[Result.index()] = true;
    }
  Out << "(";
  llvm::StringRef Separator = "";
  for (size_t I = 0; I != F.Variables.size(); ++I) {
    const Variable &V = F.Variables[I];
    if (I == F.Parameters)
      Separator = "; ";
    if (I >= F.Parameters && Implied[I] && V.Name.empty() && !V.Pointee)
      continue;
    Out << Separator;
    variable(F, I);
    Separator = ", ";
  }
  Out << ")";
}

void Printer::variable(const Function &F, size_t Index) {
  const Variable &V = F.Variables[Index];
  Out << "v" << Index;
  if (!V.Name.empty()) {
    Out << " ";
    name(V.Name);
  }
  if (V.Pointee) {
    Out << ": ";
    record(V.Pointee);
  }
}

void Printer::block(const Function &F, const Block &B) {
  for (const Event &E : B.Events) {
    Out << "  ";
    std::visit([&](const auto &Each) { event(F, Each); }, E);
    Out << "\n";
  }
  if (B.Successors.empty() && !B.Condition)
    return;
  auto IsCase = [](const Successor &S) { return S.On == Guard::Case || S.On == Guard::Default; };
  if (!B.Condition) {
    assert(llvm::all_of(B.Successors, [](auto &S) { return S.On == Guard::Always; }) &&
           "a guard needs a condition");
    Out << "  goto ";
    llvm::interleaveComma(B.Successors, Out,
                          [&](const Successor &S) { Out << "b" << S.To.index(); });
    Out << "\n";
    return;
  }
  Out << (llvm::any_of(B.Successors, IsCase) ? "  switch " : "  branch ");
  expression(F, B.Condition);
  for (const Successor &S : B.Successors) {
    Out << " " << spell(S.On) << " ";
    if (S.On == Guard::Case) {
      Out << S.Low;
      if (S.High != S.Low)
        Out << ".." << S.High;
      Out << " ";
    }
    Out << "b" << S.To.index();
  }
  Out << "\n";
}

void Printer::event(const Function &F, const ApiEvent &E) {
  if (E.Result)
    Out << "v" << E.Result.index() << " = ";
  Out << "api ";
  name(E.Api);
  if (!E.Effects.empty()) {
    Out << " { ";
    llvm::interleave(E.Effects, Out, [&](const Effect &Each) { effect(F, Each); }, "; ");
    Out << " }";
  }
  site(E.Where);
}

void Printer::effect(const Function &F, const Effect &E) {
  Out << spell(E.Kind);
  if (E.Kind == EffectKind::Context)
    Out << " " << spell(E.Ctx);
  if (E.Object) {
    Out << " ";
    expression(F, E.Object, Binding::Unary);
  }
  if (E.Lock != LockKind::Other)
    Out << " " << spell(E.Lock);
  if (E.Mode != LockMode::Exclusive)
    Out << " " << spell(E.Mode);
  if (E.How != LockHow::Blocking)
    Out << " " << spell(E.How);
  if (E.Change != ContextChange::None)
    Out << " " << spell(E.Change);
  if (E.Subclass)
    Out << " subclass " << E.Subclass;
  if (E.Nest) {
    Out << " nest ";
    expression(F, E.Nest, Binding::Unary);
  }
  if (E.Flags) {
    Out << (E.Kind == EffectKind::Sleep      ? " gfp "
            : E.Kind == EffectKind::InitLock ? " count "
                                             : " flags ");
    expression(F, E.Flags);
  }
  if (E.Kind != EffectKind::Context &&
      (E.Kind == EffectKind::Start || E.Kind == EffectKind::Query || E.Ctx != Context::Irq))
    Out << " in " << spell(E.Ctx);
  if (E.On != When::Always)
    Out << " when " << spell(E.On);
}

void Printer::event(const Function &F, const CallEvent &E) {
  if (E.Result)
    Out << "v" << E.Result.index() << " = ";
  Out << "call ";
  expression(F, E.Callee, Binding::Postfix);
  Out << "(";
  llvm::interleaveComma(E.Arguments, Out, [&](NodeId Argument) { expression(F, Argument); });
  Out << ")";
  if (E.Gfp) {
    Out << " gfp ";
    expression(F, E.Gfp, Binding::Unary);
  }
  if (E.Type)
    Out << " type " << E.Type;
  if (E.Const)
    Out << " const " << E.Const;
  site(E.Where);
}

void Printer::event(const Function &F, const AssignEvent &E) {
  Out << "set ";
  expression(F, E.Target, Binding::Unary);
  Out << " = ";
  expression(F, E.Value);
  site(E.Where);
}

void Printer::event(const Function &F, const ReturnEvent &E) {
  Out << "return";
  if (E.Value) {
    Out << " ";
    expression(F, E.Value);
  }
  site(E.Where);
}

void Printer::expression(const Function &F, NodeId Id, Binding Least) {
  const Node &N = F.Nodes[Id.index()];
  Binding Own = Binding::Postfix;
  if (N.Kind == Op::Binary)
    Own = Binding::Binary;
  else if (N.Kind == Op::Unary || N.Kind == Op::Addr || N.Kind == Op::Deref || N.Kind == Op::Int)
    Own = Binding::Unary;
  if (Own < Least)
    Out << "(";
  switch (N.Kind) {
  case Op::Unknown:
    Out << "?" << N.Value;
    break;
  case Op::Int:
    Out << N.Value;
    break;
  case Op::Function:
    symbol(N.Sym);
    break;
  case Op::Addr:
    Out << "&";
    expression(F, N.A, Binding::Unary);
    break;
  case Op::Load:
    expression(F, N.A, Least);
    break;
  case Op::Unary: {
    auto Operator = static_cast<UnaryOp>(N.Value);
    // -12 is an integer, -(12) an operator.
    bool OfInteger = Operator == UnaryOp::Minus && F.Nodes[N.A.index()].Kind == Op::Int;
    Out << spell(Operator);
    expression(F, N.A, OfInteger ? Binding::Postfix : Binding::Unary);
    break;
  }
  case Op::Binary:
    expression(F, N.A, Binding::Unary);
    Out << " " << spell(static_cast<BinaryOp>(N.Value)) << " ";
    expression(F, N.B, Binding::Unary);
    break;
  default:
    place(F, N);
    break;
  }
  if (Own < Least)
    Out << ")";
}

void Printer::place(const Function &F, const Node &N) {
  // What stands before a dot, a bracket or a caret is a place; -> is a dot behind a deref.
  auto Base = [&](llvm::StringRef Dot) {
    const Node &A = F.Nodes[N.A.index()];
    if (A.Kind == Op::Deref && Dot == ".") {
      expression(F, A.A, Binding::Postfix);
      Out << "->";
    } else {
      expression(F, N.A, Binding::Postfix);
      Out << Dot;
    }
  };
  switch (N.Kind) {
  case Op::Var:
    Out << "v" << N.Variable.index();
    return;
  case Op::Global:
    symbol(N.Sym);
    return;
  case Op::Deref:
    Out << "*";
    expression(F, N.A, Binding::Unary);
    return;
  case Op::Member:
    Base(".");
    field(N.Fld);
    return;
  case Op::Element:
    Base("[");
    expression(F, N.B);
    Out << "]";
    return;
  case Op::Outer:
    Base("^");
    field(N.Fld);
    return;
  default:
    assert(false && "a value where a place belongs");
  }
}

} // namespace lockorder::text
