//===- JsonElements.h - The elements of a huge JSON array -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: where does each element of the outermost array begin and end?
//
//   [ { "file": "a.c", ... },   { "file": "b.c", ... } ]
//     ^------ element ------^   ^------ element ------^
//
// A DOM of an allmodconfig database takes gigabytes. Here only brackets and strings are followed;
// what lies inside an element is not looked at, so that one bad element does not cost the others.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace lockorder {

struct JsonElement {
  llvm::StringRef Text; ///< of the buffer that is being read
  uint64_t Line = 0;    ///< where it begins, from 1
  bool TooDeep = false; ///< nested so deeply that a recursive parser must not be given it
};

/// Walks a text, which must outlive it, from front to back.
class JsonElements {
public:
  JsonElements(llvm::StringRef Text, std::string File);

  /// The next element, or nothing after the last. Once it failed, the rest cannot be read.
  llvm::Expected<std::optional<JsonElement>> next();

private:
  enum class State { Start, First, Separator, Done };

  void skipSpace();
  llvm::Error expectStart();
  llvm::Error expectEnd();
  llvm::Expected<JsonElement> element();
  llvm::Error errorAt(uint64_t AtLine, const llvm::Twine &Message) const;
  std::string seen() const;

  llvm::StringRef Text;
  std::string File;
  size_t Position = 0;
  uint64_t Line = 1;
  State Where = State::Start;
};

} // namespace lockorder
