//===- SummaryTable.cpp - What functions tell their callers ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/SummaryTable.h"
#include "base/Parallel.h"

namespace lockorder {

void SummaryTable::readLater(FunctionId F, StoredSummary From) {
  Late[F.index()] = std::move(From);
  IsLate[F.index()].store(true, std::memory_order_release);
}

void SummaryTable::readNow(llvm::ArrayRef<FunctionId> Wanted, unsigned Threads) const {
  constexpr size_t Together = 16;
  inParallel(Wanted.size(), Threads, [&](size_t I) { (void)(*this)[Wanted[I]]; }, Together);
}

void SummaryTable::fetch(FunctionId F) const {
  std::lock_guard Lock(placeOf(F).Lock);
  std::atomic<bool> &Still = IsLate[F.index()];
  if (!Still.load(std::memory_order_relaxed))
    return; // another thread was faster
  if (!Reader->read(Late[F.index()], All[F.index()]))
    Failed = true;
  Still.store(false, std::memory_order_release);
}

const Acquisition *SummaryTable::findRead(AcquisitionRef R) const {
  const std::vector<Acquisition> &Acquired = All[R.Function.index()].Acquired;
  return R.Index < Acquired.size() ? &Acquired[R.Index] : nullptr;
}

const Acquisition *SummaryTable::find(AcquisitionRef R) const {
  const std::atomic<bool> &Still = IsLate[R.Function.index()];
  if (!Still.load(std::memory_order_acquire))
    return findRead(R);
  Fetching &Place = placeOf(R.Function);
  std::lock_guard Lock(Place.Lock);
  if (!Still.load(std::memory_order_relaxed))
    return findRead(R);
  std::unique_ptr<std::optional<Acquisition>> &Read = Place.Single[{R.Function.index(), R.Index}];
  if (!Read) {
    Read = std::make_unique<std::optional<Acquisition>>();
    if (!Reader->readOne(Late[R.Function.index()], R.Index, *Read)) {
      Read->emplace();
      Failed = true;
    }
  }
  return *Read ? &**Read : nullptr;
}

} // namespace lockorder
