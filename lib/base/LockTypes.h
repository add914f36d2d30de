//===- LockTypes.h - The closed vocabulary of locking -----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words that all stages share: which primitives exist, in which mode a lock is held, how it is
// taken, and which switches of the execution context there are. Which *function* does what is not
// here but in lib/kernel/linux.yaml. The names are those of Documentation/locking/ in the kernel.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace lockorder {

/// What kind of object is locked.
enum class LockKind : uint8_t {
  Semaphore,
  Mutex,
  RtMutex,
  WwMutex,
  Spinlock,
  RawSpinlock,
  Rwlock,
  Rwsem,
  PercpuRwsem,
  Seqlock,
  Seqcount,
  LocalLock,
  BitSpinlock,
  Rcu,
  Srcu,
  SockLock,
  DeviceLock,
  Event, ///< no lock: what somebody waits for, as lockdep has maps for works and the like
  Other,
};

/// `Recursive` is lockdep's read == 2: a reader that may nest inside another reader.
enum class LockMode : uint8_t { Exclusive, Shared, Recursive };

/// Whether an acquisition waits. A `Try` is held afterwards but waits for nobody.
enum class LockHow : uint8_t { Blocking, Try };

/// What an API call does, for one of its results.
enum class EffectKind : uint8_t {
  Acquire,       ///< takes `lock` (kind, mode, how, subclass)
  Release,       ///< gives `lock` back (kind, mode)
  Downgrade,     ///< `lock` goes from exclusive to shared
  Context,       ///< switches `context` by `change`; `flags` is the saved-flags variable
  Sleep,         ///< may sleep; with `gfp`, only if that argument allows direct reclaim
  Wait,          ///< waits for what `lock` names to end or to be signalled
  Signal,        ///< wakes who waits for what `lock` names
  AssertHeld,    ///< states that `lock` is held (lockdep_assert_held and the like)
  AssertNotHeld, ///< states that `lock` is not held
  InitLock,      ///< makes `lock` a class of its own (an init site); `count` for semaphores
  SetClass,      ///< lockdep_set_class and relatives
  Start,         ///< `function` will run later, in its own thread of execution, with `context`
  Free,          ///< the object is gone
  NoReturn,      ///< control does not come back
  LastReference, ///< from here on, the last reference to the object was given up
  Touch,         ///< takes `lock` and gives it back at once; with `flags`, only if that is non-zero
  Query,         ///< the result says whether `context` is off (Disable) or on (Enable)
};

/// For which results of the call an effect holds.
enum class When : uint8_t { Always, Zero, NonZero, Negative, NonNegative, Positive };

/// A switch of the execution context.
enum class Context : uint8_t {
  Irq,
  Bh,
  Preempt,
  Migrate,
  Rcu,
  RcuBh,
  RcuSched,
  Pagefault,
  Hardirq,
  Softirq,
  Process
};

enum class ContextChange : uint8_t { None, Disable, Enable, Save, Restore };

/// The spelling used in the model, in dumps and in messages; unique per enumeration.
llvm::StringRef spell(LockKind);
llvm::StringRef spell(LockMode);
llvm::StringRef spell(LockHow);
llvm::StringRef spell(EffectKind);
llvm::StringRef spell(When);
llvm::StringRef spell(Context);
llvm::StringRef spell(ContextChange);

/// The inverse of `spell`; nothing for an unknown word. Instantiated for the enumerations above.
template <typename Enum> std::optional<Enum> parseWord(llvm::StringRef Word);

/// True for locks whose holder may sleep and whose taking may sleep (mutex, rwsem, semaphore ...).
bool isSleepingLock(LockKind);

} // namespace lockorder
