//===- ParseFunction.cpp - The lock program read from text: functions ------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The grammar is in Parse.cpp.
//
//===----------------------------------------------------------------------===//

#include "lockir/Parser.h"
#include "lockir/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace lockorder::text {
void Parser::function() {
  F = Function();
  Extents.clear();
  Distinct.reset(0);
  Untagged.clear();
  Labels.clear();
  Jumps.clear();
  // Every variable of a dump has a token of its own. So this many is enough, and text of some size
  // cannot ask for much more memory than that.
  FunctionTokens = 0;
  for (size_t I = Position, Depth = 0; I < Tokens.size() && !(Depth == 1 && Tokens[I].spells("}"));
       ++I, ++FunctionTokens) {
    Depth += Tokens[I].spells("{");
    Depth -= Depth && Tokens[I].spells("}");
  }
  F.Name = enter(declaration(SymbolKind::Function));
  variables();
  for (bool More = true; More;) {
    More = false;
    for (const FlagWord &Flag : functionFlags())
      if (accept(Flag.Word)) {
        F.Flags |= Flag.Flag;
        More = true;
      }
  }
  F.Type = type();
  F.Where = site();
  expect("{");
  while (Fault.empty() && !accept("}"))
    block();
  resolveLabels();
  tagUnknowns();
  if (Fault.empty()) {
    canonicalize(F);
    U.Functions.push_back(std::move(F));
  }
}

void Parser::variables() {
  auto One = [&] {
    Token Start = peek();
    VarId V = variable();
    if (!V)
      return V;
    Variable &Var = F.Variables[V.index()];
    if (!Var.Name.empty() || Var.Pointee)
      failAt(Start, "each variable once");
    if (atName())
      Var.Name = name("a name");
    if (accept(":"))
      Var.Pointee = record();
    return V;
  };
  expect("(");
  while (Fault.empty() && !at(")") && !at(";")) {
    Token Start = peek();
    VarId V = One();
    if (V && V.index() != F.Parameters)
      failAt(Start, "v" + llvm::Twine(F.Parameters) + ": parameters count from v0");
    ++F.Parameters;
    if (!accept(","))
      break;
  }
  if (accept(";"))
    do {
      Token Start = peek();
      VarId V = One();
      if (V && V.index() < F.Parameters)
        failAt(Start, "a local, numbered after the parameters");
    } while (accept(","));
  expect(")");
}

/// Variables come into being by being mentioned.
VarId Parser::variable() {
  std::optional<uint32_t> Number =
      peek().Is == Token::Kind::Word ? variableNumber(peek().Text) : std::nullopt;
  if (!Number || *Number >= FunctionTokens + 100) {
    fail("a variable, v0 or so");
    return VarId();
  }
  next();
  if (*Number >= F.Variables.size())
    F.Variables.resize(*Number + 1);
  return VarId(*Number);
}

void Parser::block() {
  if (peek().Is == Token::Kind::Word && peek(1).spells(":")) {
    Token Label = next();
    next();
    if (!Labels.try_emplace(Label.Text, F.Blocks.size()).second)
      failAt(Label, "each label once");
  } else if (!F.Blocks.empty()) {
    fail("a label, or '}': nothing follows a branch");
  }
  F.Blocks.emplace_back();
  auto AtEnd = [&] {
    return !Fault.empty() || at("}") || (peek().Is == Token::Kind::Word && peek(1).spells(":"));
  };
  while (!AtEnd()) {
    if (at("goto") || at("branch") || at("switch")) {
      edges();
      return;
    }
    event();
  }
}

void Parser::event() {
  std::vector<Event> &Events = F.Blocks.back().Events;
  VarId Result;
  if (peek(1).spells("=") && peek().Is == Token::Kind::Word) {
    Result = variable();
    expect("=");
    if (!at("api") && !at("call"))
      fail("'api' or 'call' ('set v0 = ...' assigns a value)");
  }
  if (accept("api")) {
    Events.push_back(apiEvent(Result));
  } else if (accept("call")) {
    Events.push_back(callEvent(Result));
  } else if (accept("set")) {
    AssignEvent E;
    E.Target = place();
    expect("=");
    E.Value = value();
    E.Where = site();
    Events.push_back(E);
  } else if (accept("return")) {
    ReturnEvent E;
    if (atExpression() && !peek(1).spells("="))
      E.Value = value();
    E.Where = site();
    Events.push_back(E);
  } else {
    fail("an event (api, call, set, return), 'goto', 'branch', 'switch', a label or '}'");
  }
}

Event Parser::apiEvent(VarId Result) {
  ApiEvent E;
  E.Result = Result;
  E.Api = nameId("an API's name");
  if (accept("{")) {
    if (!at("}"))
      do
        E.Effects.push_back(effect());
      while (accept(";") && !at("}"));
    expect("}");
  }
  E.Where = site();
  return E;
}

Event Parser::callEvent(VarId Result) {
  CallEvent E;
  E.Result = Result;
  E.Callee = asValue(postfix());
  expect("(");
  if (!at(")"))
    do
      E.Arguments.push_back(value());
    while (accept(","));
  expect(")");
  if (accept("gfp"))
    E.Gfp = asValue(unary());
  E.Type = type();
  if (accept("const"))
    E.Const = number<uint32_t>("a mask of arguments");
  E.Where = site();
  return E;
}

Effect Parser::effect() {
  Effect E;
  E.Kind = word<EffectKind>("an effect, such as acquire or release");
  if (E.Kind == EffectKind::Context)
    E.Ctx = word<Context>("a context, such as irq or preempt");
  if (atExpression())
    E.Object = E.Kind == EffectKind::Start ? asValue(unary()) : place();
  while (!at(";") && !at("}") && Fault.empty())
    if (!effectWord(E))
      fail("a lock kind, a mode, 'try', a context change, 'subclass', 'nest', 'flags', 'gfp', "
           "'count', 'in', 'when', ';' or '}'");
  return E;
}

bool Parser::effectWord(Effect &E) {
  if (accept("subclass")) {
    Token Start = peek();
    int64_t Subclass = integer("a lockdep subclass");
    E.Subclass = static_cast<int32_t>(Subclass);
    if (E.Subclass != Subclass)
      failAt(Start, "an integer of 32 bits");
    return true;
  }
  if (accept("nest")) {
    E.Nest = place();
    return true;
  }
  if (accept("flags") || accept("gfp") || accept("count")) {
    E.Flags = E.Kind == EffectKind::Context ? place() : value();
    return true;
  }
  if (accept("in")) {
    E.Ctx = word<Context>("a context, such as process or hardirq");
    return true;
  }
  if (accept("when")) {
    E.On = word<When>("zero, nonzero, negative, nonnegative, positive or always");
    return true;
  }
  if (peek().Is != Token::Kind::Word)
    return false;
  llvm::StringRef Word = peek().Text;
  if (auto Kind = parseWord<LockKind>(Word))
    E.Lock = *Kind;
  else if (auto Mode = parseWord<LockMode>(Word))
    E.Mode = *Mode;
  else if (auto How = parseWord<LockHow>(Word))
    E.How = *How;
  else if (auto Change = parseWord<ContextChange>(Word))
    E.Change = *Change;
  else
    return false;
  next();
  return true;
}

void Parser::edges() {
  if (accept("goto")) {
    do
      edge(Guard::Always);
    while (accept(","));
    return;
  }
  next(); // branch or switch
  F.Blocks.back().Condition = value();
  for (bool More = true; More;) {
    More = false;
    for (Guard On : {Guard::Always, Guard::True, Guard::False, Guard::Case, Guard::Default})
      if (!peek(1).spells(":") && accept(spell(On))) {
        edge(On);
        More = true;
      }
  }
}

void Parser::edge(Guard On) {
  Successor S;
  S.On = On;
  if (On == Guard::Case) {
    S.Low = S.High = integer("the case's value");
    Token Start = peek();
    if (accept(".."))
      S.High = integer("the last value of the case");
    if (S.High < S.Low)
      failAt(Start, "a range from the smaller to the larger value");
  }
  if (peek().Is != Token::Kind::Word)
    fail("a label");
  Block &B = F.Blocks.back();
  Jumps.push_back({F.Blocks.size() - 1, B.Successors.size(), next()});
  B.Successors.push_back(S);
}

void Parser::resolveLabels() {
  for (const Jump &J : Jumps) {
    auto Found = Labels.find(J.Label.Text);
    if (Found == Labels.end())
      return failAt(J.Label, "a label of this function");
    F.Blocks[J.Block].Successors[J.Successor].To = BlockId(Found->second);
  }
}

void Parser::tagUnknowns() {
  std::set<int64_t> Taken;
  for (const Node &N : F.Nodes)
    if (N.Kind == Op::Unknown)
      Taken.insert(N.Value);
  int64_t Tag = 1;
  for (NodeId N : Untagged) {
    while (!Taken.insert(Tag).second)
      ++Tag;
    F.Nodes[N.index()].Value = Tag;
  }
}

} // namespace lockorder::text
