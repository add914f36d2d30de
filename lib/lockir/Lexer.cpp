//===- Lexer.cpp - The words of the text form ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/Lexer.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder::text {
namespace {

bool isWordStart(char C) { return llvm::isAlpha(C) || C == '_'; }
bool isWordPart(char C) { return llvm::isAlnum(C) || C == '_'; }

/// The length of the string at the beginning of `Rest`, or 0 if it does not end in its line.
size_t stringLength(llvm::StringRef Rest) {
  for (size_t I = 1; I < Rest.size() && Rest[I] != '\n'; ++I) {
    if (Rest[I] == '"')
      return I + 1;
    if (Rest[I] == '\\')
      ++I;
  }
  return 0;
}

size_t punctuationLength(llvm::StringRef Rest) {
  static constexpr llvm::StringLiteral Pairs[] = {"->", "..", "<<", ">>", "==", "!=", "<=", ">="};
  for (llvm::StringRef Pair : Pairs)
    if (Rest.starts_with(Pair))
      return 2;
  return llvm::StringRef("(){}[],;:.=<>+-*/%&|^!~?$@").contains(Rest.front()) ? 1 : 0;
}

Token nextToken(llvm::StringRef Rest) {
  char First = Rest.front();
  if (isWordStart(First))
    return {Token::Kind::Word, Rest.take_while(isWordPart)};
  if (llvm::isDigit(First))
    return {Token::Kind::Integer, Rest.take_while(isWordPart)};
  if (First == '"') {
    if (size_t Length = stringLength(Rest))
      return {Token::Kind::String, Rest.take_front(Length)};
  } else if (size_t Length = punctuationLength(Rest)) {
    return {Token::Kind::Punctuation, Rest.take_front(Length)};
  }
  return {Token::Kind::Bad, Rest.take_front(1)};
}

} // namespace

std::vector<Token> lex(llvm::StringRef Source) {
  std::vector<Token> Tokens;
  llvm::StringRef Rest = Source;
  while (true) {
    Rest = Rest.ltrim(" \t\r\n\v\f");
    if (Rest.starts_with("#")) {
      Rest = Rest.drop_until([](char C) { return C == '\n'; });
      continue;
    }
    if (Rest.empty())
      break;
    Tokens.push_back(nextToken(Rest));
    Rest = Rest.drop_front(Tokens.back().Text.size());
  }
  Tokens.push_back({Token::Kind::End, Source.take_back(0)});
  return Tokens;
}

std::optional<uint32_t> variableNumber(llvm::StringRef Word) {
  uint32_t Number;
  if (!Word.consume_front("v") || Word.empty() || !llvm::all_of(Word, llvm::isDigit) ||
      Word.getAsInteger(10, Number))
    return std::nullopt;
  return Number;
}

std::optional<std::string> unquote(llvm::StringRef Quoted) {
  llvm::StringRef Rest = Quoted.drop_front().drop_back();
  std::string Value;
  while (!Rest.empty()) {
    auto [Plain, Escaped] = Rest.split('\\');
    Value += Plain;
    if (Plain.size() == Rest.size())
      break;
    if (Escaped.empty())
      return std::nullopt;
    size_t Length = 1;
    switch (Escaped.front()) {
    case '\\':
    case '"':
      Value += Escaped.front();
      break;
    case 'n':
      Value += '\n';
      break;
    case 't':
      Value += '\t';
      break;
    case 'x':
      if (Escaped.size() < 3 || !llvm::isHexDigit(Escaped[1]) || !llvm::isHexDigit(Escaped[2]))
        return std::nullopt;
      Value +=
          static_cast<char>(llvm::hexDigitValue(Escaped[1]) * 16 + llvm::hexDigitValue(Escaped[2]));
      Length = 3;
      break;
    default:
      return std::nullopt;
    }
    Rest = Escaped.drop_front(Length);
  }
  return Value;
}

std::string quote(llvm::StringRef Value) {
  std::string Text = "\"";
  for (unsigned char C : Value.bytes()) {
    if (C == '"' || C == '\\')
      Text += {'\\', static_cast<char>(C)};
    else if (C == '\n')
      Text += "\\n";
    else if (C == '\t')
      Text += "\\t";
    else if (C < 0x20 || C == 0x7f)
      Text += {'\\', 'x', llvm::hexdigit(C >> 4), llvm::hexdigit(C & 15)};
    else
      Text += static_cast<char>(C);
  }
  return Text + "\"";
}

bool isPlainName(llvm::StringRef Name) {
  // `function` is quoted wherever it is a name, so that the parser finds all definitions
  // beforehand; linkages are, so that they can stand before a name.
  return !Name.empty() && isWordStart(Name.front()) && llvm::all_of(Name, isWordPart) &&
         Name != "function" && Name != "external" && Name != "weak" && Name != "static" &&
         !variableNumber(Name);
}

} // namespace lockorder::text
