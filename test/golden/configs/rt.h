//===- rt.h - The golden configuration `rt` ----------------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included after the kernel's autoconf.h: what Kconfig sets when CONFIG_PREEMPT_RT is chosen.
// A spinlock_t is then an rt_mutex, and spin_lock_irqsave() leaves interrupts on.
//
//===----------------------------------------------------------------------===//
#define GOLDEN_RT 1
#define CONFIG_PREEMPT_RT 1
#define CONFIG_PREEMPT 1
#define CONFIG_PREEMPTION 1
#define CONFIG_PREEMPT_COUNT 1
#define CONFIG_PREEMPT_RCU 1
#undef CONFIG_PREEMPT_VOLUNTARY
#undef CONFIG_PREEMPT_NONE
#undef CONFIG_PREEMPT_DYNAMIC

// A spinlock_t is too large for struct page now; Kbuild would have measured that here.
#include <generated/bounds.h>
#undef SPINLOCK_SIZE
#define SPINLOCK_SIZE 32
