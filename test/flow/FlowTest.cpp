//===- FlowTest.cpp - Held locks, path by path ----------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"

using namespace lockorder;
using testing::Test;

namespace {

using Strings = std::set<std::string>;

TEST(Flow, NestedLocksAreAnOrder) {
  TextProgram T({R"(
    function forward() {
      api mutex_lock { acquire @a mutex }
      api mutex_lock { acquire @b mutex }
      api mutex_unlock { release @b mutex }
      api mutex_unlock { release @a mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
  EXPECT_EQ(T.outcomes("forward"), Strings{""});
}

TEST(Flow, ATrylockIsHeldButWaitsForNobody) {
  TextProgram T({R"(
    function f() {
      api mutex_lock { acquire @a mutex }
      v0 = api mutex_trylock { acquire @b mutex try when nonzero }
      branch v0 true got false out
    got:
      api mutex_lock { acquire @c mutex }
      api mutex_unlock { release @c mutex }
      api mutex_unlock { release @b mutex }
      goto out
    out:
      api mutex_unlock { release @a mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), (Strings{"a -> c", "b -> c"}));
  EXPECT_EQ(T.outcomes("f"), Strings{""});
}

TEST(Flow, AConditionalLockIsReleasedUnderTheSameCondition) {
  TextProgram T({R"(
    function f(v0) {
      branch v0 true take false work
    take:
      api mutex_lock { acquire @a mutex }
      goto work
    work:
      api mutex_lock { acquire @b mutex }
      api mutex_unlock { release @b mutex }
      branch v0 true give false out
    give:
      api mutex_unlock { release @a mutex }
      goto out
    out:
      api mutex_lock { acquire @c mutex }
      api mutex_unlock { release @c mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(Flow, AWrapperHandsItsLockToTheCallerPerReturnClass) {
  TextProgram T({R"(
    function get(v0 f: foo) {
      api mutex_lock { acquire v0->{foo.lock} mutex }
      branch v0->{foo.dead} true fail false ok
    fail:
      api mutex_unlock { release v0->{foo.lock} mutex }
      return -19
    ok:
      return 0
    }
    function user(v0 f: foo) {
      v1 = call $get(v0)
      branch v1 != 0 true out false work
    work:
      api mutex_lock { acquire @b mutex }
      api mutex_unlock { release @b mutex }
      api mutex_unlock { release v0->{foo.lock} mutex }
      goto out
    out:
      api mutex_lock { acquire @c mutex }
      api mutex_unlock { release @c mutex }
      return
    })"});
  EXPECT_EQ(T.outcomes("get"), (Strings{"-19..-19", "0..0 holds arg0->lock"}));
  EXPECT_EQ(T.orders(), Strings{"foo.lock -> b"});
  EXPECT_EQ(T.outcomes("user"), Strings{""});
}

TEST(Flow, ACalleeThatDropsTheCallersLockMakesNoOrderWithIt) {
  TextProgram T({R"(
    function relax(v0 f: foo) {
      api mutex_unlock { release v0->{foo.lock} mutex }
      api mutex_lock { acquire @other mutex }
      api mutex_unlock { release @other mutex }
      api mutex_lock { acquire v0->{foo.lock} mutex }
      return
    }
    function user(v0 f: foo) {
      api mutex_lock { acquire v0->{foo.lock} mutex }
      call $relax(v0)
      api mutex_lock { acquire @late mutex }
      api mutex_unlock { release @late mutex }
      api mutex_unlock { release v0->{foo.lock} mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"foo.lock -> late"});
}

TEST(Flow, AGuardReleasesWhatItsConstructorTook) {
  // CLASS(mutex, scope)(&a): the constructor returns its argument, the destructor gets the
  // variable.
  TextProgram T({R"(
    function static ctor(v0) inline {
      api mutex_lock { acquire *v0 mutex }
      return v0
    }
    function static dtor(v0; v1 t) inline {
      set v1 = *v0
      branch v1 true give false out
    give:
      api mutex_unlock { release *v1 mutex }
      goto out
    out:
      return
    }
    function user() {
      v0 = call $ctor(&@a)
      set v1 = v0
      api mutex_lock { acquire @b mutex }
      api mutex_unlock { release @b mutex }
      call $dtor(&v1)
      api mutex_lock { acquire @c mutex }
      api mutex_unlock { release @c mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
  EXPECT_EQ(T.outcomes("user"), Strings{""});
}

TEST(Flow, ALocalCopyIsTheSameLock) {
  TextProgram T({R"(
    function f(v0 bar: bar; v1 foo: foo) {
      set v1 = v0->{bar.f}
      api mutex_lock { acquire v1->{foo.lock} mutex }
      api mutex_unlock { release v0->{bar.f}->{foo.lock} mutex }
      return
    })"});
  EXPECT_EQ(T.outcomes("f"), Strings{""});
}

TEST(Flow, TwoPathsThatTheCallerCannotTellApartReturnWithoutTheLock) {
  TextProgram T({R"(
    function sloppy() {
      branch ? true take false out
    take:
      api mutex_lock { acquire @a mutex }
      goto out
    out:
      return
    }
    function user() {
      call $sloppy()
      api mutex_lock { acquire @b mutex }
      api mutex_unlock { release @b mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{});
}

TEST(Flow, ALoopThatWalksAListEnds) {
  TextProgram T({R"(
    function f(v0 head: node; v1 p: node) {
      set v1 = v0
      goto loop
    loop:
      branch v1 true body false out
    body:
      api spin_lock { acquire v1->{node.lock} spinlock }
      api mutex_lock { acquire @m mutex }
      api mutex_unlock { release @m mutex }
      api spin_unlock { release v1->{node.lock} spinlock }
      set v1 = v1->{node.next}
      goto loop
    out:
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"node.lock -> m"});
  EXPECT_EQ(T.facts().CappedFunctions, 0u);
}

TEST(Flow, ALockInAGenericRecordBelongsToWhatEmbedsIt) {
  TextProgram T({R"(
    function add(v0 q: sk_buff_head) {
      api spin_lock { acquire v0->{sk_buff_head.lock} spinlock }
      api mutex_lock { acquire @m mutex }
      api mutex_unlock { release @m mutex }
      api spin_unlock { release v0->{sk_buff_head.lock} spinlock }
      return
    }
    function rx(v0 d: device_a) { call $add(&v0->{device_a.rxq}) return }
    function tx(v0 d: device_b) { call $add(&v0->{device_b.txq}) return }
    )"});
  EXPECT_EQ(T.orders(), (Strings{"device_a.rxq.lock -> m", "device_b.txq.lock -> m"}));
}

TEST(Flow, RecursionTerminates) {
  TextProgram T({R"(
    function walk(v0 n: node) {
      api mutex_lock { acquire @a mutex }
      api mutex_unlock { release @a mutex }
      call $walk(v0->{node.next})
      return
    }
    function user() {
      api mutex_lock { acquire @b mutex }
      call $walk(?)
      api mutex_unlock { release @b mutex }
      return
    })"});
  EXPECT_EQ(T.orders(), Strings{"b -> a"});
}

TEST(Range, LoopsEndBecauseBoundsMoveInSteps) {
  Range R = Range::exactly(0);
  unsigned Steps = 0;
  for (int64_t I = 1; I != 10000; ++I)
    if (Range Next = R.widen(Range::exactly(I)); Next != R) {
      R = Next;
      ++Steps;
    }
  EXPECT_EQ(R, Range::between(0, Range::Max));
  EXPECT_LE(Steps, 3u);
}

TEST(Range, FlagsThatAreSetInAllNumbersStaySet) {
  Range R = Range::exactly(9).join(Range::exactly(3));
  EXPECT_EQ(R.setBits(), 1u);
  EXPECT_FALSE(R.contains(4));
  EXPECT_TRUE(R.intersect(Range::exactly(4)).isEmpty());
  EXPECT_EQ(R.intersect(Range::exactly(3)), Range::exactly(3));
  EXPECT_EQ(R.join(Range::exactly(-1)).setBits(), 0u);
  EXPECT_EQ(R.possibleBits(), 11u); // 9 | 3
  EXPECT_FALSE(R.contains(5));
}

TEST(Flow, AFlagOfBothArmsIsSet) {
  TextProgram T({R"(
    function suspend(v0) {
      api mutex_lock { acquire @a mutex }
      branch v0 & 3 true out false on
    on:  api mutex_lock { acquire @b mutex } api mutex_unlock { release @b mutex } goto out
    out: api mutex_unlock { release @a mutex } return
    }
    function timer(v0) {
      branch v0 true both false one
    both: set v1 = 9 goto on
    one:  set v1 = 1 goto on
    on:   call $suspend(v1 | 16) return
    }
    )"});
  EXPECT_EQ(T.orders(), Strings{"a -> b"}); // of suspend() itself
  EXPECT_EQ(T.facts().summary(T.find("timer")).Offered.size(), 1u);
}

TEST(Range, ConstrainAgreesWithArithmeticOnSmallNumbers) {
  const BinaryOp Ops[] = {BinaryOp::Eq, BinaryOp::Ne, BinaryOp::Lt,
                          BinaryOp::Le, BinaryOp::Gt, BinaryOp::Ge};
  auto Holds = [](int64_t A, BinaryOp Op, int64_t B) {
    switch (Op) {
    case BinaryOp::Eq:
      return A == B;
    case BinaryOp::Ne:
      return A != B;
    case BinaryOp::Lt:
      return A < B;
    case BinaryOp::Le:
      return A <= B;
    case BinaryOp::Gt:
      return A > B;
    default:
      return A >= B;
    }
  };
  for (int64_t Low = -3; Low <= 3; ++Low)
    for (int64_t High = Low; High <= 3; ++High)
      for (BinaryOp Op : Ops)
        for (int64_t C = -4; C <= 4; ++C)
          for (int64_t N = Low; N <= High; ++N)
            EXPECT_TRUE(!Holds(N, Op, C) || constrain(Range::between(Low, High), Op, C).contains(N))
                << N << " was lost from " << Low << ".." << High;
}

} // namespace
