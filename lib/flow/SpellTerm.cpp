//===- SpellTerm.cpp - Terms as people read them ----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/LockFacts.h"
#include "lockir/Spelling.h"

namespace lockorder {

std::string spellSection(Context C) {
  switch (C) {
  case Context::Rcu:
    return "rcu_read_lock";
  case Context::Bh:
    return "softirqs-off";
  case Context::Irq:
    return "hardirqs-off";
  case Context::Hardirq:
  case Context::Softirq:
    return "in-" + spell(C).str();
  default:
    return spell(C).str() + "-off";
  }
}

std::string spellTerm(const TermTable &Terms, const Program &P, TermId Id) {
  const Term &T = Terms[Id];
  auto Sub = [&](TermId Of) { return spellTerm(Terms, P, Of); };
  auto MemberOf = [&](FieldId F) { return P.Fields[F].Name; };
  switch (T.Kind) {
  case TermKind::Int:
    return std::to_string(T.Number);
  case TermKind::Function:
    return P.spell(SymbolId(T.Index));
  case TermKind::Param:
    return "arg" + std::to_string(T.Index);
  case TermKind::Fresh:
    return "value#" + std::to_string(T.Index);
  case TermKind::Returned:
    return T.A ? "new " + Sub(T.A) : "result";
  case TermKind::Any:
    return "?";
  case TermKind::Addr:
    return "&" + Sub(T.A);
  case TermKind::Load:
    return Sub(T.A);
  case TermKind::Unary:
    return std::string(spell(static_cast<UnaryOp>(T.Index))) + "(" + Sub(T.A) + ")";
  case TermKind::Binary:
    return "(" + Sub(T.A) + " " + std::string(spell(static_cast<BinaryOp>(T.Index))) + " " +
           Sub(T.B) + ")";
  case TermKind::Call:
    return P.nameOf(FunctionId(T.Index)).str() + "(" + (T.A ? Sub(T.A) : "") +
           (T.B ? ", " + Sub(T.B) : "") + ")";
  case TermKind::Query:
    return "off(" + spell(static_cast<Context>(T.Index)).str() + ")";
  case TermKind::Sleep:
    return "sleep";
  case TermKind::Local:
    return "local" + std::to_string(T.Index);
  case TermKind::Global:
    return P.spell(SymbolId(T.Index));
  case TermKind::Deref:
    return "(*" + Sub(T.A) + ")";
  case TermKind::Member: {
    const Term &Base = Terms[T.A];
    if (Base.Kind == TermKind::Deref)
      return Sub(Base.A) + "->" + MemberOf(FieldId(T.Index));
    return Sub(T.A) + "." + MemberOf(FieldId(T.Index));
  }
  case TermKind::Element:
    return Sub(T.A) + "[" + Sub(T.B) + "]";
  case TermKind::Section:
    return spellSection(static_cast<Context>(T.Index));
  case TermKind::Outer:
    return "container_of(" + Sub(T.A) + ", " + MemberOf(FieldId(T.Index)) + ")";
  }
  return "?";
}

} // namespace lockorder
