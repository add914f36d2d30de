//===- Parser.h - The text form's reader, for Parse*.cpp only ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Recursive descent over a token array. The first fault is kept and from then on every token is the
// end of the text, so that all loops run out; functions need not check after each step. What a
// failed function returns (an id of none, an empty name) is only passed on, never used.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/Lexer.h"
#include "lockir/LockIR.h"
#include "lockir/Nodes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <map>

namespace lockorder::text {

class Parser {
public:
  explicit Parser(llvm::StringRef Text) : Text(Text), Tokens(lex(Text)) {}
  llvm::Expected<TranslationUnit> unit();

private:
  /// A symbol as the text declares it: entered only where it is first used.
  struct Declaration {
    Symbol Sym;
    std::string File;
    friend bool operator==(const Declaration &, const Declaration &) = default;
  };

  // Tokens.
  const Token &peek(size_t Ahead = 0) const;
  bool at(llvm::StringRef What) const { return peek().spells(What); }
  bool atName() const;
  bool atExpression() const;
  Token next();
  bool accept(llvm::StringRef What);
  void expect(llvm::StringRef What);
  void failAt(const Token &Found, const llvm::Twine &Expected);
  void fail(const llvm::Twine &Expected) { failAt(peek(), Expected); }

  // Small parts.
  std::string name(const llvm::Twine &What);
  std::string symbolName(const llvm::Twine &What);
  std::string string(const llvm::Twine &What);
  int64_t integer(const llvm::Twine &What);
  template <typename Unsigned> Unsigned number(const llvm::Twine &What);
  uint32_t type();
  template <typename Enum> Enum word(const llvm::Twine &What) {
    std::optional<Enum> Found;
    if (peek().Is == Token::Kind::Word)
      Found = parseWord<Enum>(peek().Text);
    if (Found)
      next();
    else
      fail(What);
    return Found.value_or(Enum());
  }
  std::string fileName();
  NameId nameId(const llvm::Twine &What) { return U.Names.intern(name(What)); }
  RecordId record();
  FieldId field();
  SymbolId symbol(SymbolKind Kind); ///< behind $ or @
  SymbolId anySymbol(SymbolKind Kind);
  SymbolId enter(const Declaration &D);
  Declaration declaration(SymbolKind Kind);
  void declare(Declaration D);
  Site site();

  // The unit.
  void header();
  void findDefinitions();
  void tables();
  void item();
  void pointer();
  void init();
  void root();
  ApiSite apiSite();

  // One function (ParseFunction.cpp).
  void function();
  void variables();
  VarId variable();
  VarId declaredVariable(uint32_t Number);
  void block();
  void event();
  Event apiEvent(VarId Result);
  Event callEvent(VarId Result);
  Effect effect();
  bool effectWord(Effect &E);
  void edges();
  void edge(Guard On);
  void resolveLabels();
  void tagUnknowns();

  // Expressions: each returns a place or a value as it comes.
  NodeId add(Node N);
  NodeId addFresh(Node N);
  NodeId expression(unsigned LeastPrecedence);
  NodeId unary();
  NodeId postfix();
  NodeId primary();
  NodeId unknown();
  bool isPlaceNode(NodeId N) const;
  NodeId asValue(NodeId N);
  NodeId asPlace(NodeId N, const Token &Start);
  NodeId value() { return asValue(expression(0)); }
  NodeId place();

  llvm::StringRef Text;
  std::vector<Token> Tokens;
  size_t Position = 0;
  std::string Fault;

  TranslationUnit U;
  std::map<std::pair<SymbolKind, std::string>, std::vector<Declaration>> DeclaredSymbols;
  std::map<std::string, std::vector<RecordId>> DeclaredRecords;

  // The function being read.
  struct Jump {
    size_t Block, Successor;
    Token Label;
  };
  Function F;
  std::vector<Extent> Extents;
  NodeSet Distinct;
  std::vector<NodeId> Untagged; ///< of a bare `?`
  llvm::StringMap<uint32_t> Labels;
  std::vector<Jump> Jumps;
  unsigned Nesting = 0;
  size_t FunctionTokens = 0; ///< bounds its variables
};

} // namespace lockorder::text
