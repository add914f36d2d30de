//===- ReadAhead.h - Units are read while others are linked -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading and verifying a unit is a third of what linking it costs, and units do not know each
// other: so they are read by several threads, a few units ahead of the linker, which takes them in
// order as before.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "unit/Unit.h"
#include "llvm/Support/ThreadPool.h"
#include <deque>
#include <optional>

namespace lockorder {

class ReadAhead {
public:
  /// With one thread, a unit is read when it is asked for.
  ReadAhead(const std::vector<std::string> &Paths, UnitPart Part, unsigned Threads);

  /// Unit `I`, as readUnit() reads it. Each is taken, in this order.
  llvm::Expected<TranslationUnit> take(size_t I);

private:
  static constexpr size_t UnitsPerThread = 4;

  /// Made before it is read, and not moved until it has been.
  struct Slot {
    std::optional<llvm::Expected<TranslationUnit>> Unit;
    std::shared_future<void> Read;
  };

  const std::vector<std::string> &Paths;
  UnitPart Part;
  unsigned Threads;
  std::deque<std::unique_ptr<Slot>> Ahead; ///< the first one is of unit Next
  size_t Next = 0;
  llvm::DefaultThreadPool Pool; ///< goes first: its threads fill slots
};

} // namespace lockorder
