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
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>

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

/// `Use(0, Make(0))`, `Use(1, Make(1))` and so on, here; with more than one thread, another one
/// makes the next ones meanwhile, at most `Ahead` of them.
template <typename Maker, typename User>
void makeAhead(size_t Count, unsigned Threads, Maker Make, User Use, size_t Ahead = 8) {
  if (Threads < 2) {
    for (size_t I = 0; I != Count; ++I)
      Use(I, Make(I));
    return;
  }
  std::mutex Lock;
  std::condition_variable Changed;
  std::deque<decltype(Make(0))> Ready;
  auto Making = std::async(std::launch::async, [&] {
    for (size_t I = 0; I != Count; ++I) {
      auto Made = Make(I);
      std::unique_lock Here(Lock);
      Changed.wait(Here, [&] { return Ready.size() < Ahead; });
      Ready.push_back(std::move(Made));
      Changed.notify_one();
    }
  });
  for (size_t I = 0; I != Count; ++I) {
    std::unique_lock Here(Lock);
    Changed.wait(Here, [&] { return !Ready.empty(); });
    auto Next = std::move(Ready.front());
    Ready.pop_front();
    Changed.notify_one();
    Here.unlock();
    Use(I, std::move(Next));
  }
}

} // namespace lockorder
