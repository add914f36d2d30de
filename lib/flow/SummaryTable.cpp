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

const Acquisition *SummaryTable::read(Singles &Of, AcquisitionRef R) const {
  Acquisition &New = placeOf(R.Function).Read.emplace_back();
  if (!Reader->readOne(Late[R.Function.index()], R.Index, New))
    Failed = true;
  Of.At[R.Index].store(&New, std::memory_order_release);
  return &New;
}

const Acquisition *SummaryTable::find(AcquisitionRef R) const {
  const std::atomic<bool> &Still = IsLate[R.Function.index()];
  if (!Still.load(std::memory_order_acquire))
    return findRead(R);
  std::atomic<Singles *> &Known = Asked[R.Function.index()];
  auto At = [&](const Singles *Of) {
    return Of && R.Index < Of->At.size() ? Of->At[R.Index].load(std::memory_order_acquire)
                                         : nullptr;
  };
  if (const Acquisition *Read = At(Known.load(std::memory_order_acquire)))
    return Read;
  Fetching &Place = placeOf(R.Function);
  std::lock_guard Lock(Place.Lock);
  if (!Still.load(std::memory_order_relaxed))
    return findRead(R);
  Singles *Of = Known.load(std::memory_order_relaxed);
  if (!Of) {
    std::optional<uint32_t> Count = Reader->countAcquired(Late[R.Function.index()]);
    if (!Count)
      Failed = true;
    Of = &Place.Asked.emplace_back(Count.value_or(0));
    Known.store(Of, std::memory_order_release);
  }
  if (R.Index >= Of->At.size())
    return nullptr;
  const Acquisition *Read = At(Of); // another thread was faster
  return Read ? Read : read(*Of, R);
}

} // namespace lockorder
