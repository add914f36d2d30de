//===- ParseExpression.cpp - The lock program read from text: expressions --===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The grammar is in Parse.cpp. Whether an expression is a place or a value shows only behind it, so
// each function returns what it finds, and the caller turns it into what it needs: a place that is
// used as a value is loaded.
//
//===----------------------------------------------------------------------===//

#include "lockir/Parser.h"
#include "lockir/Spelling.h"
#include "llvm/ADT/ScopeExit.h"

namespace lockorder::text {
namespace {

/// A dump nests at most a parenthesis and an operator per node; more is not worth the stack.
constexpr unsigned MaxNesting = 3 * MaxExpressionDepth;

struct OperatorWord {
  BinaryOp Operator;
  unsigned Precedence;
};

std::optional<OperatorWord> binaryOperator(const Token &T) {
  static constexpr unsigned Precedences[] = {9, 9, 10, 10, 10, 8, 8, 5, 3, 4, 6, 6, 7, 7, 7, 7};
  static_assert(std::size(Precedences) == BinaryOpCount);
  if (T.Is == Token::Kind::Punctuation)
    for (unsigned I = 0; I != BinaryOpCount; ++I)
      if (T.Text == spell(static_cast<BinaryOp>(I)))
        return OperatorWord{static_cast<BinaryOp>(I), Precedences[I]};
  return std::nullopt;
}

} // namespace

bool Parser::atExpression() const {
  const Token &T = peek();
  if (T.Is == Token::Kind::Word)
    return variableNumber(T.Text).has_value();
  return T.Is == Token::Kind::Integer ||
         (T.Is == Token::Kind::Punctuation && llvm::StringRef("$@?(-!~&*").contains(T.Text));
}

bool Parser::isPlaceNode(NodeId N) const { return N && isPlace(F.Nodes[N.index()].Kind); }

NodeId Parser::addFresh(Node N) {
  if (!Fault.empty())
    return NodeId();
  Extents.push_back(extentOf(N, Extents));
  if (Extents.back().tooLarge())
    fail("an expression of at most " + llvm::Twine(MaxExpressionDepth) + " levels and " +
         llvm::Twine(MaxExpressionSize) + " nodes before this");
  F.Nodes.push_back(N);
  return NodeId(static_cast<uint32_t>(F.Nodes.size() - 1));
}

NodeId Parser::add(Node N) {
  NodeId New = addFresh(N);
  if (!New)
    return New;
  NodeId Found = Distinct.insert(F.Nodes, New);
  if (Found != New) {
    F.Nodes.pop_back();
    Extents.pop_back();
  }
  return Found;
}

NodeId Parser::asValue(NodeId N) {
  if (!isPlaceNode(N))
    return N;
  Node Load;
  Load.Kind = Op::Load;
  Load.A = N;
  return add(Load);
}

NodeId Parser::asPlace(NodeId N, const Token &Start) {
  if (N && !isPlaceNode(N))
    failAt(Start, "a place here, which this expression is not");
  return N;
}

NodeId Parser::place() {
  Token Start = peek();
  return asPlace(unary(), Start);
}

NodeId Parser::expression(unsigned LeastPrecedence) {
  NodeId Left = unary();
  while (std::optional<OperatorWord> Found = binaryOperator(peek())) {
    if (Found->Precedence < LeastPrecedence)
      break;
    next();
    Node N;
    N.Kind = Op::Binary;
    N.Value = static_cast<int64_t>(Found->Operator);
    N.A = asValue(Left);
    N.B = asValue(expression(Found->Precedence + 1));
    Left = add(N);
  }
  return Left;
}

NodeId Parser::unary() {
  auto Leave = llvm::make_scope_exit([&] { --Nesting; });
  if (++Nesting > MaxNesting) {
    fail("less nesting");
    return NodeId();
  }
  Node N;
  if (at("-") && peek(1).Is == Token::Kind::Integer) {
    N.Kind = Op::Int;
    N.Value = integer("an integer");
    return add(N);
  }
  if (accept("&")) {
    N.Kind = Op::Addr;
    N.A = place();
    return add(N);
  }
  if (accept("*")) {
    N.Kind = Op::Deref;
    N.A = asValue(unary());
    return add(N);
  }
  for (UnaryOp Operator : {UnaryOp::Not, UnaryOp::Minus, UnaryOp::BitNot})
    if (accept(spell(Operator))) {
      N.Kind = Op::Unary;
      N.Value = static_cast<int64_t>(Operator);
      N.A = asValue(unary());
      return add(N);
    }
  return postfix();
}

NodeId Parser::postfix() {
  Token Start = peek();
  NodeId Left = primary();
  while (Fault.empty()) {
    Node N;
    if (accept("->")) {
      Node Deref;
      Deref.Kind = Op::Deref;
      Deref.A = asValue(Left);
      N.Kind = Op::Member;
      N.A = add(Deref);
      N.Fld = field();
    } else if (at(".") && peek(1).spells("{")) {
      next();
      N.Kind = Op::Member;
      N.A = asPlace(Left, Start);
      N.Fld = field();
    } else if (at("^") && peek(1).spells("{")) {
      next();
      N.Kind = Op::Outer;
      N.A = asPlace(Left, Start);
      N.Fld = field();
    } else if (accept("[")) {
      N.Kind = Op::Element;
      N.A = asPlace(Left, Start);
      N.B = value();
      expect("]");
    } else {
      break;
    }
    Left = add(N);
  }
  return Left;
}

NodeId Parser::unknown() {
  Node N;
  const char *Behind = peek().Text.data();
  bool Tagged =
      peek().Is == Token::Kind::Integer || (at("-") && peek(1).Is == Token::Kind::Integer);
  if (Tagged && Behind == Tokens[Position - 1].Text.end()) {
    N.Value = integer("the unknown's number");
    return add(N);
  }
  NodeId Id = addFresh(N);
  if (Id)
    Untagged.push_back(Id);
  return Id;
}

NodeId Parser::primary() {
  Node N;
  if (accept("(")) {
    NodeId Inner = expression(0);
    expect(")");
    return Inner;
  }
  if (accept("?"))
    return unknown();
  if (accept("$")) {
    N.Kind = Op::Function;
    N.Sym = symbol(SymbolKind::Function);
  } else if (accept("@")) {
    N.Kind = Op::Global;
    N.Sym = symbol(SymbolKind::Object);
  } else if (peek().Is == Token::Kind::Integer) {
    N.Kind = Op::Int;
    N.Value = integer("an integer");
  } else if (peek().Is == Token::Kind::Word && variableNumber(peek().Text)) {
    N.Kind = Op::Var;
    N.Variable = variable();
  } else {
    fail("an expression");
  }
  return add(N);
}

} // namespace lockorder::text
