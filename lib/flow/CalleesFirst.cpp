//===- CalleesFirst.cpp - Components of the call graph, in parallel -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/CalleesFirst.h"
#include "llvm/Support/ThreadPool.h"

namespace lockorder {

CalleesFirst::CalleesFirst(const Program &P, const CallOrder &Calls)
    : Callers(Calls.components().size()), Waiting(Callers.size()), Size(Callers.size()),
      Urgency(Callers.size()), Left(Callers.size()) {
  std::vector<std::vector<uint32_t>> Callees = Calls.callees();
  for (uint32_t C = 0; C != Callees.size(); ++C) {
    Waiting[C] = static_cast<uint32_t>(Callees[C].size());
    for (uint32_t Callee : Callees[C])
      Callers[Callee].push_back(C);
  }
  for (uint32_t C = static_cast<uint32_t>(Callers.size()); C-- != 0;) { // callers come later
    for (uint32_t Caller : Callers[C])
      Urgency[C] = std::max(Urgency[C], Urgency[Caller]);
    for (FunctionId F : Calls.components()[C])
      Size[C] += 1 + P.function(F).Blocks.size();
    Urgency[C] += Size[C];
  }
}

void CalleesFirst::run(unsigned Threads, llvm::function_ref<void(uint32_t)> Work) {
  if (Threads < 2) {
    for (uint32_t C = 0; C != Callers.size(); ++C)
      Work(C);
    return;
  }
  for (uint32_t C = 0; C != Callers.size(); ++C)
    if (Waiting[C] == 0)
      Ready.push({Urgency[C], C});
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Threads));
  for (unsigned I = 0; I != Pool.getMaxConcurrency(); ++I)
    Pool.async([&] { takeTurns(Work); });
}

void CalleesFirst::takeTurns(llvm::function_ref<void(uint32_t)> Work) {
  std::vector<uint32_t> Mine;
  std::unique_lock Lock(Choosing);
  while (Left != 0) {
    if (Ready.empty()) {
      ++Idle;
      More.wait(Lock);
      --Idle;
      continue;
    }
    take(Mine);
    Lock.unlock();
    for (uint32_t C : Mine)
      Work(C);
    Lock.lock();
    finished(Mine);
  }
}

/// The most urgent ones, small ones together: what is taken with a large one would wait for it.
void CalleesFirst::take(std::vector<uint32_t> &Some) {
  Some.clear();
  uint64_t Blocks = 0;
  do {
    uint32_t C = Ready.top().second;
    if (!Some.empty() && Blocks + Size[C] > BlocksPerTurn)
      return;
    Blocks += Size[C];
    Some.push_back(C);
    Ready.pop();
  } while (Ready.size() > Some.size()); // others want some, too
}

void CalleesFirst::finished(const std::vector<uint32_t> &Some) {
  for (uint32_t C : Some)
    for (uint32_t Caller : Callers[C])
      if (--Waiting[Caller] == 0)
        Ready.push({Urgency[Caller], Caller});
  Left -= Some.size();
  if (Idle != 0 && (Left == 0 || !Ready.empty()))
    More.notify_all();
}

} // namespace lockorder
