//===- up.h - The golden configuration `up` ----------------------*- C -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included after the kernel's autoconf.h: one processor and no CONFIG_PREEMPT_COUNT. A spinlock_t
// is then empty, spin_lock() is a macro, and preempt_disable() is barrier().
//
//===----------------------------------------------------------------------===//
#define GOLDEN_UP 1
#undef CONFIG_SMP
#undef CONFIG_X86_64_SMP
#undef CONFIG_PM_SLEEP_SMP
#undef CONFIG_GENERIC_SMP_IDLE_THREAD
#undef CONFIG_XEN_PV_SMP
#undef CONFIG_XEN_PVHVM_SMP
#undef CONFIG_NR_CPUS
#define CONFIG_NR_CPUS 1
#undef CONFIG_MUTEX_SPIN_ON_OWNER
#undef CONFIG_RWSEM_SPIN_ON_OWNER
#undef CONFIG_NUMA
#undef CONFIG_PREEMPT_COUNT
#undef CONFIG_PREEMPTION
#undef CONFIG_PREEMPT_BUILD
#undef CONFIG_PREEMPT_DYNAMIC
#undef CONFIG_PREEMPT_VOLUNTARY
#undef CONFIG_PREEMPT_RCU
#undef CONFIG_TREE_RCU
#undef CONFIG_TREE_SRCU
#undef CONFIG_DEBUG_ATOMIC_SLEEP
#define CONFIG_PREEMPT_NONE 1
#define CONFIG_TINY_RCU 1
#define CONFIG_TINY_SRCU 1
