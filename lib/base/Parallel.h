//===- Parallel.h - The same for each of many -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/Support/ThreadPool.h"
#include <algorithm>
#include <atomic>

namespace lockorder {

/// `Work(0)` to `Work(Count - 1)`, in any order and several at once: each writes to a place of its
/// own. With one thread, one after the other. `Together`: so many that are not worth sharing out.
template <typename Body>
void inParallel(size_t Count, unsigned Threads, Body Work, size_t Together = 1) {
  std::atomic<size_t> Next = 0;
  auto TakeTurns = [&] {
    for (size_t Begin; (Begin = Next.fetch_add(Together)) < Count;)
      for (size_t I = Begin; I != std::min(Begin + Together, Count); ++I)
        Work(I);
  };
  if (Threads < 2 || Count <= Together)
    return TakeTurns();
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Threads));
  for (unsigned I = 0; I != Pool.getMaxConcurrency(); ++I)
    Pool.async(TakeTurns);
}

} // namespace lockorder
