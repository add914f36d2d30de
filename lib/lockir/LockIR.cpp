//===- LockIR.cpp - What expressions are made of, and what things are called ----===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/LockIR.h"
#include "lockir/Nodes.h"
#include "lockir/Spelling.h"
#include <iterator>

namespace lockorder {

const NodeShape &shapeOf(Op Kind) {
  constexpr Operand No = Operand::None, Place = Operand::Place, Value = Operand::Value;
  // In the order of Op.
  static constexpr NodeShape Shapes[] = {
      {No, No, Reference::None, true, false},        // Unknown
      {No, No, Reference::None, true, false},        // Int
      {No, No, Reference::Sym, false, false},        // Function
      {Place, No, Reference::None, false, false},    // Addr
      {Place, No, Reference::None, false, false},    // Load
      {Value, No, Reference::None, false, true},     // Unary
      {Value, Value, Reference::None, false, true},  // Binary
      {No, No, Reference::Variable, false, false},   // Var
      {No, No, Reference::Sym, false, false},        // Global
      {Value, No, Reference::None, false, false},    // Deref
      {Place, No, Reference::Fld, false, false},     // Member
      {Place, Value, Reference::None, false, false}, // Element
      {Place, No, Reference::Fld, false, false},     // Outer
  };
  static_assert(std::size(Shapes) == OpCount);
  return Shapes[static_cast<size_t>(Kind)];
}

bool isPlace(Op Kind) {
  switch (Kind) {
  case Op::Unknown:
  case Op::Int:
  case Op::Function:
  case Op::Addr:
  case Op::Load:
  case Op::Unary:
  case Op::Binary:
    return false;
  case Op::Var:
  case Op::Global:
  case Op::Deref:
  case Op::Member:
  case Op::Element:
  case Op::Outer:
    return true;
  }
  assert(false && "an Op that is none of the enumerators");
  return false;
}

llvm::StringRef spell(UnaryOp Operator) {
  static constexpr llvm::StringLiteral Words[] = {"!", "-", "~"};
  static_assert(std::size(Words) == UnaryOpCount);
  return Words[static_cast<size_t>(Operator)];
}

llvm::StringRef spell(BinaryOp Operator) {
  static constexpr llvm::StringLiteral Words[] = {"+", "-", "*",  "/",  "%", "<<", ">>", "&",
                                                  "|", "^", "==", "!=", "<", "<=", ">",  ">="};
  static_assert(std::size(Words) == BinaryOpCount);
  return Words[static_cast<size_t>(Operator)];
}

llvm::StringRef spell(Op Kind) {
  static constexpr llvm::StringLiteral Words[] = {
      "unknown",  "integer", "function", "address", "load",    "unary operator", "binary operator",
      "variable", "global",  "deref",    "member",  "element", "outer"};
  static_assert(std::size(Words) == OpCount);
  return Words[static_cast<size_t>(Kind)];
}

llvm::StringRef spell(Linkage Link) {
  static constexpr llvm::StringLiteral Words[] = {"external", "weak", "static"};
  return Words[static_cast<size_t>(Link)];
}

llvm::StringRef spell(Guard On) {
  static constexpr llvm::StringLiteral Words[] = {"always", "true", "false", "case", "default"};
  return Words[static_cast<size_t>(On)];
}

llvm::ArrayRef<FlagWord> functionFlags() {
  static constexpr FlagWord Words[] = {{FlagInit, "init"},
                                       {FlagExit, "exit"},
                                       {FlagNoReturn, "noreturn"},
                                       {FlagInline, "inline"},
                                       {FlagMainFile, "mainfile"},
                                       {FlagErrors, "errors"},
                                       {FlagIncomplete, "incomplete"}};
  return Words;
}

std::string spellSymbol(const TranslationUnit &Unit, SymbolId Symbol) {
  const struct Symbol &S = Unit.Symbols[Symbol];
  std::string Text = S.Name;
  if (!S.Scope.empty())
    Text += "@" + S.Scope;
  if (S.File)
    Text += "@" + Unit.Files[S.File];
  return Text;
}

std::string spellField(const TranslationUnit &Unit, FieldId Field) {
  const struct Field &F = Unit.Fields[Field];
  return Unit.Records[F.Owner].Name + "." + F.Name;
}

const Node &withoutElements(const Function &F, NodeId Place) {
  const Node *N = &F.Nodes[Place.index()];
  while (N->Kind == Op::Element)
    N = &F.Nodes[N->A.index()];
  return *N;
}

} // namespace lockorder
