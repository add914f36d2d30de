//===- Wording.h - How findings are put into words --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text and the SARIF writer say the same thing in the same words, those of lockdep. And no
// writer may trust its strings: paths and source text come from the user's disk and may be no
// UTF-8.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Finding.h"
#include <string>

namespace lockorder {

/// One step as a clause: "foo() holds 'a', acquired here", with its note in parentheses.
std::string describeStep(const Step &S);

/// The same with the label of its witness before it: "path 1: foo() wants 'b' here".
std::string describeStep(const Witness &W, const Step &S);

/// "confidence medium: REASON; REASON".
std::string describeConfidence(const Finding &F);

/// Valid UTF-8: what is not is replaced by U+FFFD.
std::string toUtf8(llvm::StringRef Text);

/// Valid UTF-8 on one line: control characters, which could drive a terminal, become spaces.
std::string toOneLine(llvm::StringRef Text);

/// `Text` without its whitespace at the end, closed by a full stop if it has no closing mark.
std::string asSentence(llvm::StringRef Text);

} // namespace lockorder
