//===- ReadAhead.cpp - Units are read while others are linked ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ReadAhead.h"

namespace lockorder {

ReadAhead::ReadAhead(std::vector<std::string> Paths, UnitPart Part, unsigned Threads, size_t Ahead)
    : Paths(std::move(Paths)), Part(Part), Ahead(Ahead), Units(this->Paths.size()) {
  for (size_t I = 0; I != this->Paths.size(); ++I)
    At[this->Paths[I]] = I;
  for (unsigned I = 0; I != Threads; ++I)
    this->Threads.emplace_back([this] { work(); });
}

ReadAhead::~ReadAhead() {
  {
    std::lock_guard Lock(Choosing);
    Stop = true;
  }
  More.notify_all();
  for (std::thread &Each : Threads)
    Each.join();
  for (auto &Unit : Units) // nobody wants to know any more
    if (Unit && !*Unit)
      llvm::consumeError(Unit->takeError());
}

bool ReadAhead::mayRead() const { return Next != Paths.size() && Next < Taken + Ahead; }

void ReadAhead::readNext(std::unique_lock<std::mutex> &Lock) {
  size_t Mine = Next++;
  Lock.unlock();
  auto Unit = std::make_unique<llvm::Expected<TranslationUnit>>(readUnit(Paths[Mine], Part));
  Lock.lock();
  Units[Mine] = std::move(Unit);
  Finished.notify_all();
}

void ReadAhead::work() {
  std::unique_lock Lock(Choosing);
  while (!Stop && Next != Paths.size())
    if (mayRead())
      readNext(Lock);
    else
      More.wait(Lock);
}

llvm::Expected<TranslationUnit> ReadAhead::take(const std::string &Path) {
  size_t I = At.lookup(Path);
  std::unique_lock Lock(Choosing);
  assert(has(Path) && I == Taken && "units are taken in order");
  Taken = I + 1;
  More.notify_all();
  while (!Units[I]) // others are read while somebody reads it
    if (Next <= I || mayRead())
      readNext(Lock);
    else
      Finished.wait(Lock);
  std::unique_ptr<llvm::Expected<TranslationUnit>> Unit = std::move(Units[I]);
  return std::move(*Unit);
}

const TranslationUnit *ReadAhead::ready(llvm::StringRef Path) const {
  auto It = At.find(Path);
  if (It == At.end())
    return nullptr;
  std::lock_guard Lock(Choosing);
  const auto &Unit = Units[It->second];
  return Unit && *Unit ? &**Unit : nullptr;
}

} // namespace lockorder
