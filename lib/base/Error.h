//===- Error.h - Errors that name file, place and remedy --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// There are two kinds of error. Bad input is an `llvm::Expected` whose text says which file, where
// in it, and what to do; the caller loses one unit and goes on. The impossible is an assertion.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

namespace lockorder {

/// An error whose whole text is `Message`. Form: "PLACE: what is wrong; what to do".
inline llvm::Error makeError(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

/// The same error with "CONTEXT: " before its text.
inline llvm::Error addContext(const llvm::Twine &Context, llvm::Error E) {
  return makeError(Context + ": " + llvm::toString(std::move(E)));
}

} // namespace lockorder
