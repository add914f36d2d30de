//===- LockTypes.cpp - The closed vocabulary of locking -------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/LockTypes.h"
#include "llvm/ADT/ArrayRef.h"
#include <cassert>

namespace lockorder {
namespace {

template <typename Enum> struct Words;

// One table per enumeration, in the order of its enumerators.
#define LOCKORDER_WORDS(ENUM, ...)                                                                 \
  template <> struct Words<ENUM> {                                                                 \
    static llvm::ArrayRef<llvm::StringLiteral> table() {                                           \
      static constexpr llvm::StringLiteral Table[] = {__VA_ARGS__};                                \
      return Table;                                                                                \
    }                                                                                              \
  };                                                                                               \
  }                                                                                                \
  llvm::StringRef spell(ENUM E) { return Words<ENUM>::table()[static_cast<size_t>(E)]; }           \
  template <> std::optional<ENUM> parseWord<ENUM>(llvm::StringRef Word) {                          \
    return find<ENUM>(Word);                                                                       \
  }                                                                                                \
  namespace {

template <typename Enum> std::optional<Enum> find(llvm::StringRef Word) {
  llvm::ArrayRef<llvm::StringLiteral> Table = Words<Enum>::table();
  for (size_t I = 0; I != Table.size(); ++I)
    if (Table[I] == Word)
      return static_cast<Enum>(I);
  return std::nullopt;
}

LOCKORDER_WORDS(LockKind, "semaphore", "mutex", "rt_mutex", "ww_mutex", "spinlock", "raw_spinlock",
                "rwlock", "rwsem", "percpu_rwsem", "seqlock", "seqcount", "local_lock",
                "bit_spinlock", "rcu", "srcu", "sock_lock", "device_lock", "event", "other")
LOCKORDER_WORDS(LockMode, "exclusive", "shared", "recursive")
LOCKORDER_WORDS(LockHow, "blocking", "try")
LOCKORDER_WORDS(EffectKind, "acquire", "release", "downgrade", "context", "sleep", "wait", "signal",
                "assert_held", "assert_not_held", "init_lock", "set_class", "start", "free",
                "noreturn", "last_reference", "touch", "query")
LOCKORDER_WORDS(When, "always", "zero", "nonzero", "negative", "nonnegative", "positive")
LOCKORDER_WORDS(Context, "irq", "bh", "preempt", "migrate", "rcu", "rcu_bh", "rcu_sched",
                "pagefault", "hardirq", "softirq", "process")
LOCKORDER_WORDS(ContextChange, "none", "disable", "enable", "save", "restore")

} // namespace

bool isSleepingLock(LockKind Kind) {
  switch (Kind) {
  case LockKind::Semaphore:
  case LockKind::Mutex:
  case LockKind::RtMutex:
  case LockKind::WwMutex:
  case LockKind::Rwsem:
  case LockKind::PercpuRwsem:
  case LockKind::SockLock:
  case LockKind::DeviceLock:
    return true;
  case LockKind::Spinlock:
  case LockKind::RawSpinlock:
  case LockKind::Rwlock:
  case LockKind::Seqlock:
  case LockKind::Seqcount:
  case LockKind::LocalLock:
  case LockKind::BitSpinlock:
  case LockKind::Rcu:
  case LockKind::Srcu:
  case LockKind::Event:
  case LockKind::Other:
    return false;
  }
  assert(false && "a lock kind without a case");
  return false;
}

} // namespace lockorder
