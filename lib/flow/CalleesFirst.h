//===- CalleesFirst.h - Components of the call graph, in parallel -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which components of the call graph can be analysed at the same time?
//
// All whose callees have been. Of these, first the one with the longest chain of callers, by the
// code in them: it is what all threads will wait for in the end (critical path scheduling, Graham
// 1969). In a kernel one component, file systems and memory management, is a third of that chain.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/CallOrder.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <condition_variable>
#include <mutex>
#include <queue>

namespace lockorder {

class CalleesFirst {
public:
  /// Linear in calls.
  CalleesFirst(const Program &P, const CallOrder &Calls);

  /// `Work`, once for each of CallOrder::components(), each after all that its members call. What
  /// these did is seen by it. With one thread, in the order of components.
  void run(unsigned Threads, llvm::function_ref<void(uint32_t)> Work);

private:
  void takeTurns(llvm::function_ref<void(uint32_t)> Work);
  void take(std::vector<uint32_t> &Some);
  void finished(const std::vector<uint32_t> &Some);

  /// Most components are analysed sooner than a thread is woken: so many blocks are taken at once.
  static constexpr uint64_t BlocksPerTurn = 200;

  // By component.
  std::vector<std::vector<uint32_t>> Callers;
  std::vector<uint32_t> Waiting; ///< for so many callees
  std::vector<uint64_t> Size;    ///< blocks
  std::vector<uint64_t> Urgency; ///< code on the longest chain of callers

  std::mutex Choosing;
  std::condition_variable More;
  std::priority_queue<std::pair<uint64_t, uint32_t>> Ready; ///< by urgency
  size_t Left;                                              ///< components that are not finished
  unsigned Idle = 0;                                        ///< threads that find nothing ready
};

} // namespace lockorder
