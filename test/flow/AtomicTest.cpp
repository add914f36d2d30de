//===- AtomicTest.cpp - Where sleeping is forbidden -----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"

using namespace lockorder;

namespace {

using Strings = std::set<std::string>;

/// "function: region", for every event.
Strings sleepsOf(TextProgram &T) {
  Strings Out;
  for (const SleepEvent &E : T.facts().Sleeps)
    Out.insert(T.P.nameOf(E.In).str() + ": " + T.spell(E.Region));
  return Out;
}

TEST(Atomic, SleepingUnderASpinlock) {
  TextProgram T({R"(
    function f() { api spin_lock { acquire @s spinlock } api msleep { sleep }
                   api spin_unlock { release @s spinlock } api msleep { sleep } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"f: s"});
}

TEST(Atomic, TheCalleeSleepsTheCallerHolds) {
  TextProgram T({R"(
    function deep() { api msleep { sleep } return }
    function middle() { call $deep() return }
    function f() { api spin_lock { acquire @s spinlock } call $middle()
                   api spin_unlock { release @s spinlock } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"f: s"});
}

TEST(Atomic, TheCalleeGivesTheLockBackBeforeItSleeps) {
  TextProgram T({R"(
    function wait() { api spin_unlock { release @s spinlock } api msleep { sleep }
                      api spin_lock { acquire @s spinlock } return }
    function f() { api spin_lock { acquire @s spinlock } call $wait()
                   api spin_unlock { release @s spinlock } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{});
}

TEST(Atomic, FlagsThatAllowItComeFromTheCaller) {
  TextProgram T({R"(
    function alloc(v0 gfp) { api kmalloc { sleep gfp v0 & 0x400 } return }
    function blocking() { api spin_lock { acquire @s spinlock } call $alloc(0x400)
                          api spin_unlock { release @s spinlock } return }
    function atomic() { api spin_lock { acquire @s spinlock } call $alloc(0x20)
                        api spin_unlock { release @s spinlock } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"blocking: s"});
}

TEST(Atomic, ARegionInTheCalleeAndFlagsFromTheCaller) {
  TextProgram T({R"(
    function alloc(v0 gfp) { api spin_lock { acquire @s spinlock } api kmalloc { sleep gfp v0 & 0x400 }
                             api spin_unlock { release @s spinlock } return }
    function blocking() { call $alloc(0x400) return }
    function atomic() { call $alloc(0x20) return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"blocking: s"});
}

TEST(Atomic, AFunctionWithoutABodySleepsAsItsGfpArgumentSays) {
  TextProgram T({R"(
    function blocking() { api spin_lock { acquire @s spinlock } call $elsewhere(0x400) gfp 0x400
                          api spin_unlock { release @s spinlock } return }
    function atomic() { api spin_lock { acquire @s spinlock } call $elsewhere(0x20) gfp 0
                        api spin_unlock { release @s spinlock } return }
    function here(v0) { return }
    function harmless() { api spin_lock { acquire @s spinlock } call $here(0x400) gfp 0x400
                          api spin_unlock { release @s spinlock } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"blocking: s"});
}

TEST(Atomic, AWrapperOfAFunctionWithoutABodySleepsAsItDoes) {
  TextProgram T({R"(
    function wrapper(v0) { call $elsewhere(v0) gfp (v0 & 0x400) return }
    function blocking() { api spin_lock { acquire @s spinlock } call $wrapper(0x400)
                          api spin_unlock { release @s spinlock } return }
    function atomic() { api spin_lock { acquire @s spinlock } call $wrapper(0x20)
                        api spin_unlock { release @s spinlock } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"blocking: s"});
}

TEST(Atomic, WhoAsksWhetherItMayIsNotBlamed) {
  TextProgram T({R"(
    function polite() {
      v0 = api in_atomic { query disable in preempt }
      branch v0 true out false rest
    rest:
      api msleep { sleep }
      goto out
    out:
      return
    }
    function f() { api spin_lock { acquire @s spinlock } call $polite()
                   api spin_unlock { release @s spinlock } call $polite() return })"});
  EXPECT_EQ(sleepsOf(T), Strings{});
}

TEST(Atomic, InterruptsStayOffWhenThePlainReleaseComesFirst) {
  TextProgram T({R"(
    function f() {
      api spin_lock_irqsave { context irq save flags v0; acquire @s spinlock }
      api spin_unlock { release @s spinlock }
      api msleep { sleep }
      api spin_lock { acquire @s spinlock }
      api spin_unlock_irqrestore { release @s spinlock; context irq restore flags v0 }
      return
    })"});
  EXPECT_EQ(sleepsOf(T), Strings{"f: hardirqs-off"});
}

TEST(Atomic, SleepingAtEachEndOfAnRcuReader) {
  TextProgram T({R"(
    function inside() { api rcu_read_lock { context rcu disable } api msleep { sleep }
                        api rcu_read_unlock { context rcu enable } return }
    function outside() { api msleep { sleep } api rcu_read_lock { context rcu disable }
                         api rcu_read_unlock { context rcu enable } api msleep { sleep } return })"});
  EXPECT_EQ(sleepsOf(T), Strings{"inside: rcu_read_lock"});
}

TEST(Atomic, AWorkHoldsItselfWhileItRuns) {
  TextProgram T({R"(
    function work() { api mutex_lock { acquire @m mutex } api mutex_unlock { release @m mutex } return }
    function setup(v0 d: dev) { api INIT_WORK { start $work nest v0->{dev.work} in process } return }
    function stop(v0 d: dev) { api mutex_lock { acquire @m mutex } api flush_work { wait v0->{dev.work} }
                             api mutex_unlock { release @m mutex } return })"});
  EXPECT_EQ(T.orders(), (Strings{"m -> dev.work", "dev.work -> m"}));
}

} // namespace
