//===- LockGraphTest.cpp - Circles of waiting -----------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/LockGraph.h"
#include "flow/Programs.h"
#include "order/Witness.h"
#include "llvm/ADT/StringExtras.h"

using namespace lockorder;

namespace {

std::string take(llvm::StringRef Lock) {
  return ("api mutex_lock { acquire @" + Lock + " mutex } ").str();
}
std::string give(llvm::StringRef Lock) {
  return ("api mutex_unlock { release @" + Lock + " mutex } ").str();
}

/// A function that takes the locks in this order and gives them back in reverse.
std::string nest(llvm::StringRef Name, std::vector<std::string> Locks, llvm::StringRef Flags = "") {
  std::string Text = ("function " + Name + "() " + Flags + " { ").str();
  for (const std::string &L : Locks)
    Text += take(L);
  for (size_t I = Locks.size(); I != 0; --I)
    Text += give(Locks[I - 1]);
  return Text + "return } ";
}

std::vector<std::string> cycles(TextProgram &T) {
  std::vector<std::string> Out;
  OrderRefinement Refinement = T.refinement();
  LockGraph G = buildLockGraph(T.P, T.facts(), Refinement);
  for (const LockCycle &C : G.cycles()) {
    std::vector<std::string> Names;
    for (ClassId Class : C.Classes)
      Names.push_back(T.facts().Classes->spell(Class));
    Out.push_back(llvm::join(Names, " -> "));
  }
  return Out;
}

using Strings = std::vector<std::string>;

TEST(LockGraph, TwoOrdersAreACycleOneIsNone) {
  TextProgram Bad({nest("f", {"a", "b"}) + nest("g", {"b", "a"})});
  EXPECT_EQ(cycles(Bad), Strings{"a -> b"});
  TextProgram Good({nest("f", {"a", "b"}) + nest("g", {"a", "b"})});
  EXPECT_EQ(cycles(Good), Strings{});
}

TEST(LockGraph, AnOrderThatOnlyJoinedPathsHaveIsNone) {
  std::string Pair = "function lock_pair(v0, v1) { " + take("a") +
                     " branch v0 != v1 true two false out two: " + take("b") +
                     " goto out out: return } "
                     "function unlock_pair(v0, v1) { branch v0 != v1 true two false out two: " +
                     give("b") + " goto out out: " + give("a") + " return } ";
  auto Waits = [&](std::string Before) {
    return "function waits(v0, v1) { call $lock_pair(v0, v1) " + Before + take("c") + give("c") +
           " return } ";
  };
  TextProgram Bad({Pair + Waits("") + nest("g", {"c", "b"})});
  EXPECT_EQ(cycles(Bad), Strings{"b -> c"});
  TextProgram Good({Pair + Waits("call $unlock_pair(v0, v1)") + nest("g", {"c", "b"})});
  EXPECT_EQ(cycles(Good), Strings{});
}

TEST(LockGraph, CyclesOfThreeAndFour) {
  TextProgram Three({nest("f", {"a", "b"}) + nest("g", {"b", "c"}) + nest("h", {"c", "a"})});
  EXPECT_EQ(cycles(Three), Strings{"a -> b -> c"});
  TextProgram Four({nest("f", {"a", "b"}) + nest("g", {"b", "c"}) + nest("h", {"c", "d"}) +
                    nest("i", {"d", "a"})});
  EXPECT_EQ(cycles(Four), Strings{"a -> b -> c -> d"});
}

TEST(LockGraph, ALongerCycleWithAnEdgeOfAShorterOneIsNotSaidTwice) {
  TextProgram T({nest("f", {"a", "b"}) + nest("g", {"b", "a"}) + nest("h", {"b", "c"}) +
                 nest("i", {"c", "a"})});
  EXPECT_EQ(cycles(T), Strings{"a -> b"});
}

TEST(LockGraph, AGateLockAroundBothSidesKeepsThemApart) {
  TextProgram Gated({nest("f", {"gate", "a", "b"}) + nest("g", {"gate", "b", "a"})});
  EXPECT_EQ(cycles(Gated), Strings{});
  TextProgram Half({nest("f", {"gate", "a", "b"}) + nest("g", {"b", "a"})});
  EXPECT_EQ(cycles(Half), Strings{"a -> b"});
}

TEST(LockGraph, AGateThatTheOnlyCallerHoldsCountsToo) {
  std::string Inner = nest("f", {"a", "b"}) + nest("g", {"b", "a"});
  std::string Outer =
      "function user() { " + take("gate") + "call $f() call $g() " + give("gate") + "return } ";
  TextProgram Gated({Inner + Outer});
  EXPECT_EQ(cycles(Gated), Strings{});
  TextProgram Open({Inner + Outer + "function other() { call $f() return } "});
  EXPECT_EQ(cycles(Open), Strings{"a -> b"});
}

TEST(LockGraph, StartUpCodeAloneCannotDeadlock) {
  TextProgram Both({nest("f", {"a", "b"}, "init") + nest("g", {"b", "a"}, "init")});
  EXPECT_EQ(cycles(Both), Strings{});
  TextProgram One({nest("f", {"a", "b"}, "init") + nest("g", {"b", "a"})});
  EXPECT_EQ(cycles(One), Strings{"a -> b"});
}

TEST(LockGraph, RecursiveReadersDoNotBlockEachOther) {
  const char *Text = R"(
    function f() { api x { acquire @a rwlock MODE } api spin_lock { acquire @b spinlock }
                   api spin_unlock { release @b spinlock } api y { release @a rwlock } return }
    function g() { api spin_lock { acquire @b spinlock } api x { acquire @a rwlock MODE }
                   api y { release @a rwlock } api spin_unlock { release @b spinlock } return })";
  auto With = [&](llvm::StringRef Mode) {
    std::string Out = Text;
    for (size_t At; (At = Out.find("MODE")) != std::string::npos;)
      Out.replace(At, 4, Mode.str());
    return Out;
  };
  TextProgram Readers({With("recursive")});
  EXPECT_EQ(cycles(Readers), Strings{});
  TextProgram Writers({With("exclusive")});
  EXPECT_EQ(cycles(Writers), Strings{"a -> b"});
}

TEST(Witness, TellsTheWayFromARootThroughTheWrapper) {
  TextProgram T({R"(
    function lock_a() { api mutex_lock { acquire @a mutex } at 2:1 return }
    function middle() { call $lock_a() at 5:1 api mutex_lock { acquire @b mutex } at 6:1
                        api mutex_unlock { release @b mutex } api mutex_unlock { release @a mutex } return }
    function top() { call $middle() at 9:1 return })"});
  WitnessBuilder Builder(T.P, T.facts());
  ASSERT_EQ(T.facts().Orders.size(), 1u);
  Strings Steps;
  for (const Step &S : Builder.order(T.facts().Orders.front()).Steps)
    Steps.push_back(S.Function + " " + spell(S.Event).str() + " " + S.Lock + " " +
                    std::to_string(S.Where.Line));
  EXPECT_EQ(Steps, (Strings{"top calls middle 9", "middle calls lock_a 5", "lock_a holds a 2",
                            "middle wants b 6"}));
}

} // namespace
