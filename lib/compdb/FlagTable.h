//===- FlagTable.h - What each compiler option means to a parser -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: how is this option spelled, and does it change what a parser sees?
//
// To support a new option, add a line to FlagTable.cpp: `Keep` if Clang knows it and it can change
// a macro, a type or the language; `Ignore` if it concerns output, warnings or generated code only.
// Leave out what only GCC knows: an option without a line is dropped and counted.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"

namespace lockorder {

/// How an option takes its value.
enum class FlagForm : uint8_t {
  Alone,  ///< -nostdinc
  Joined, ///< -std=gnu11
  Next,   ///< -include FILE
  Either, ///< -DX, -D X
};

enum class FlagFate : uint8_t {
  Keep,    ///< for Clang
  Ignore,  ///< dropped, nothing is lost
  Count,   ///< dropped, and the user is told
  Output,  ///< -o
  Nested,  ///< the value is itself an option of the preprocessor
  System,  ///< -isystem and relatives: may be another compiler's builtin headers
  Sanitize ///< a list of sanitizers
};

struct FlagRule {
  FlagForm Form = FlagForm::Alone;
  FlagFate Fate = FlagFate::Count;
  /// Length of the option's own name in the argument; the rest is its value.
  size_t NameLength = 0;
};

/// The rule for an argument that begins with '-'. Of several the one with the longest name; for an
/// unknown option `Count`, named up to and including its '='.
FlagRule ruleFor(llvm::StringRef Argument);

} // namespace lockorder
