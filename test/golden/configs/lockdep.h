//===- lockdep.h - The golden configuration `lockdep` ------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included after the kernel's autoconf.h: what Kconfig sets when CONFIG_PROVE_LOCKING is chosen.
//
//===----------------------------------------------------------------------===//
#define GOLDEN_LOCKDEP 1
#define CONFIG_LOCKDEP 1
#define CONFIG_PROVE_LOCKING 1
#define CONFIG_PROVE_RCU 1
#define CONFIG_DEBUG_LOCK_ALLOC 1
#define CONFIG_DEBUG_SPINLOCK 1
#define CONFIG_DEBUG_MUTEXES 1
#define CONFIG_DEBUG_RT_MUTEXES 1
#define CONFIG_DEBUG_RWSEMS 1
#define CONFIG_DEBUG_WW_MUTEX_SLOWPATH 1
#define CONFIG_DEBUG_ATOMIC_SLEEP 1
#define CONFIG_TRACE_IRQFLAGS 1
#define CONFIG_PREEMPT_COUNT 1

// A spinlock_t is too large for struct page now; Kbuild would have measured that here.
#include <generated/bounds.h>
#undef SPINLOCK_SIZE
#define SPINLOCK_SIZE 64
