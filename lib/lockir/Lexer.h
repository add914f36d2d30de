//===- Lexer.h - The words of the text form ---------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace lockorder::text {

struct Token {
  enum class Kind : uint8_t {
    End,
    Word,    ///< [A-Za-z_][A-Za-z0-9_]*
    String,  ///< "..." with \\ \" \n \t \xNN; Text includes the quotes
    Integer, ///< begins with a digit; may still be no number
    Punctuation,
    Bad, ///< a byte that begins no token, or a string without an end
  };
  Kind Is = Kind::End;
  llvm::StringRef Text; ///< points into the source text, so a position follows from it

  bool spells(llvm::StringRef What) const { return Is != Kind::String && Text == What; }
};

/// All tokens, the last of which is the only End. Comments (# to the end of the line) are left out.
std::vector<Token> lex(llvm::StringRef Source);

/// "v12" is variable 12; nothing for any other word.
std::optional<uint32_t> variableNumber(llvm::StringRef Word);

/// What a String token stands for; nothing if it has an escape that does not exist.
std::optional<std::string> unquote(llvm::StringRef Quoted);
std::string quote(llvm::StringRef Value);

/// Whether a name may stand in the text without quotes.
bool isPlainName(llvm::StringRef Name);

} // namespace lockorder::text
