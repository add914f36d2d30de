//===- SiteNumbers.h - The places in some functions' code, in order -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: is this the same code as before, only elsewhere in its file?
//
// Which two events are at one place, and which comes first, can matter to what is found of a
// function; on which line that is, does not. So of functions that have only moved, all that was
// found is still true, if it speaks of the n-th of their places.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/Program.h"
#include "llvm/ADT/ArrayRef.h"
#include <mutex>

namespace lockorder {

class SiteNumbers {
public:
  /// Of most functions nobody asks: nothing is done before the first question. `P` outlives it.
  SiteNumbers(const Program &P, llvm::ArrayRef<FunctionId> Functions)
      : P(P), Functions(Functions) {}

  // The first question: O(n log n) in their events. Several threads may ask.

  /// From 1; 0: Site(). None: it is no place of these functions.
  std::optional<uint64_t> of(const Site &S) const;
  /// False: there is none of that number.
  bool find(uint64_t Number, Site &S) const;
  /// Ascending.
  const std::vector<Site> &all() const;
  /// The number of each place, in the order of the text: of each function its own, then those of
  /// its events.
  std::vector<uint64_t> inText() const;

private:
  const Program &P;
  std::vector<FunctionId> Functions;
  mutable std::once_flag Asked;
  mutable std::vector<Site> Sites;
};

} // namespace lockorder
