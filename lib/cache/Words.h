//===- Words.h - Lists of words as one text ---------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a result depends on is hashed as a text, and a report is kept as one. Each word stands in it
// with its length before it, so that no two lists are one text.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace lockorder {

class Words {
public:
  Words &operator<<(llvm::StringRef Word) {
    Text += std::to_string(Word.size()) + ":" + Word.str();
    return *this;
  }
  Words &operator<<(uint64_t Number) { return *this << llvm::StringRef(std::to_string(Number)); }
  Words &operator<<(const std::vector<std::string> &List) {
    *this << List.size();
    for (const std::string &Word : List)
      *this << llvm::StringRef(Word);
    return *this;
  }
  std::string Text;
};

/// Takes the first word off `Text`; none if it does not begin with one.
inline std::optional<std::string> takeWord(llvm::StringRef &Text) {
  size_t Size = 0;
  if (Text.consumeInteger(10, Size) || !Text.consume_front(":") || Text.size() < Size)
    return std::nullopt;
  std::string Word = Text.take_front(Size).str();
  Text = Text.drop_front(Size);
  return Word;
}

} // namespace lockorder
