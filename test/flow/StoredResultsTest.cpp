//===- StoredResultsTest.cpp - What is analysed again after a change ------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Description.h"

using namespace lockorder;

namespace {

using Texts = std::vector<std::string>;

std::multiset<std::string> clean(const Texts &Units) {
  TextProgram T(Units);
  return Description(T.P, T.facts()).Lines;
}

/// After `Then` has become `Now`, so many components are as before; and what is found is what a run
/// that knows nothing finds.
void expectReused(size_t Count, const Texts &Then, const Texts &Now) {
  Solved After = analysed(Now, analysed(Then).Bytes);
  EXPECT_EQ(After.Found, clean(Now));
  EXPECT_EQ(After.Used, Count);
}

std::string unit(const char *Name, const std::string &Text) {
  std::string Stem = std::string("/k/") + Name;
  return "unit object \"" + Stem + ".o\" source \"" + Stem + ".c\"\n" + Text;
}

const std::string Get = unit("get", R"(
  function get(v0 f: foo) at 2:1 {
    api mutex_lock { acquire v0->{foo.lock} mutex } at 3:2
    branch v0->{foo.dead} true fail false ok
  fail:
    api mutex_unlock { release v0->{foo.lock} mutex } at 5:3
    return -19
  ok:
    return 0
  })");
const std::string User = unit("user", R"(
  function user(v0 f: foo) at 2:1 {
    v1 = call $get(v0) at 3:2
    branch v1 != 0 true out false work
  work:
    api mutex_lock { acquire @b mutex } at 5:2
    api mutex_unlock { release @b mutex } at 6:2
    api mutex_unlock { release v0->{foo.lock} mutex } at 7:2
    goto out
  out:
    return
  })");
const std::string Alone = unit("alone", R"(
  function alone() {
    api mutex_lock { acquire @c mutex }
    api mutex_unlock { release @c mutex }
    return
  })");

std::string replaced(std::string Text, const std::string &Old, const std::string &New) {
  size_t At = Text.find(Old);
  EXPECT_NE(At, std::string::npos) << Old;
  return At == std::string::npos ? Text : Text.replace(At, Old.size(), New);
}

TEST(StoredResults, NothingHasChangedNothingIsAnalysed) {
  Texts All{Alone, Get, User};
  expectReused(3, All, All);
}

TEST(StoredResults, IdsAreOthersWhenAUnitComesInFront) {
  std::string First = unit("another", R"(
    function another(v0 q: queue) {
      api mutex_lock { acquire v0->{queue.lock} mutex }
      api mutex_unlock { release v0->{queue.lock} mutex }
      return
    })");
  expectReused(3, {Alone, Get, User}, {First, Alone, Get, User});
  expectReused(3, {First, Alone, Get, User}, {Alone, Get, User});
}

TEST(StoredResults, AnotherOrderOfUnitsIsTheSameProgram) {
  expectReused(3, {Alone, Get, User}, {User, Get, Alone});
}

TEST(StoredResults, LinesThatMoveConcernNobody) {
  std::string Moved = replaced(replaced(Get, "at 3:2", "at 30:2"), "at 5:3", "at 33:3");
  expectReused(3, {Alone, Get, User}, {Alone, Moved, User});
}

TEST(StoredResults, LinesThatChangePlacesConcernTheirFunction) {
  std::string Swapped = replaced(Get, "at 3:2", "at 30:2");
  expectReused(2, {Alone, Get, User}, {Alone, Swapped, User});
}

TEST(StoredResults, WhatACalleeTellsConcernsItsCallers) {
  std::string Keeps = replaced(Get, "return -19", "return 1");
  expectReused(1, {Alone, Get, User}, {Alone, Keeps, User});
}

TEST(StoredResults, ACalleeThatIsGoneConcernsItsCallers) {
  expectReused(1, {Alone, Get, User}, {Alone, User});
  expectReused(1, {Alone, User}, {Alone, Get, User});
}

TEST(StoredResults, WhetherAnybodyCallsAFunctionConcernsIt) {
  expectReused(1, {Alone, Get}, {Alone, Get, User});
}

const std::string Dispatch = unit("dispatch", R"(
  function dispatch(v0 o: ops) {
    api mutex_lock { acquire @a mutex }
    call v0->{ops.open}(v0) type 5
    api mutex_unlock { release @a mutex }
    return
  })");
std::string opener(const char *Name, const char *Lock) {
  std::string N = Name;
  return unit(Name, "function " + N + "(v0) type 5 { api mutex_lock { acquire @" + Lock +
                        " mutex } api mutex_unlock { release @" + Lock + " mutex } return }\n" +
                        "pointer {ops.open} = $" + N + " in @table_" + N);
}

TEST(StoredResults, AFunctionThatAPointerHoldsNowConcernsWhoCallsThroughIt) {
  Texts One{Dispatch, opener("open_b", "b")},
      Two{Dispatch, opener("open_b", "b"), opener("open_c", "c")};
  expectReused(1, One, Two);
  expectReused(1, Two, One);
}

const std::string Walk = unit("walk", R"(
  function walk(v0) {
    api mutex_lock { acquire @list mutex }
    call v0() type 7
    api mutex_unlock { release @list mutex }
    return
  })");
std::string walker(const char *Name, const char *Lock) {
  std::string N = Name;
  return unit(Name, "function do_" + N + "() type 7 { api mutex_lock { acquire @" + Lock +
                        " mutex } api mutex_unlock { release @" + Lock +
                        " mutex } return }\nfunction " + N + "() { call $walk($do_" + N +
                        ") return }");
}

TEST(StoredResults, CopiesOfAFunctionAreToldApart) {
  Texts Two{Walk, walker("x", "b"), walker("y", "c")},
      Swapped{Walk, walker("y", "c"), walker("x", "b")};
  // walk, its two copies, and what walks and is walked in two units
  expectReused(7, Two, Swapped);
}

const std::string Recursion = unit("tree", R"(
  function down(v0 n: node) {
    api mutex_lock { acquire v0->{node.lock} mutex }
    branch v0->{node.next} true more false out
  more:
    call $up(v0->{node.next})
    goto out
  out:
    api mutex_unlock { release v0->{node.lock} mutex }
    return
  }
  function up(v0 n: node) {
    call $down(v0)
    call $leaf()
    return
  })");
std::string leaf(const char *Lock) {
  return unit("leaf", std::string("function leaf() { api mutex_lock { acquire @") + Lock +
                          " mutex } api mutex_unlock { release @" + Lock + " mutex } return }");
}

TEST(StoredResults, FunctionsThatCallEachOtherAreOnePart) {
  expectReused(2, {Recursion, leaf("a")}, {Recursion, leaf("a")});
  expectReused(0, {Recursion, leaf("a")}, {Recursion, leaf("b")});
}

TEST(StoredResults, DamagedBytesAreNotBelieved) {
  Texts All{Alone, Get, User, Recursion, leaf("a")};
  std::string Whole = analysed(All).Bytes;
  auto Expected = clean(All);
  for (size_t Size = 0; Size < Whole.size(); Size += 97)
    EXPECT_EQ(analysed(All, Whole.substr(0, Size)).Found, Expected) << Size;
}

TEST(StoredResults, WhoComesBackToABranchFindsItsResults) {
  Texts Here{Alone, Get, User}, There{Alone, replaced(Get, "return -19", "return 1"), User};
  std::string Bytes = analysed(There, analysed(Here).Bytes).Bytes;
  EXPECT_EQ(analysed(Here, Bytes).Used, 3u);
  EXPECT_EQ(analysed(There, Bytes).Used, 3u);
}

TEST(StoredResults, WhatNobodyNeedsForLongGoes) {
  Texts Here{Alone, Get, User}, There{Get, User};
  std::string Bytes = analysed(Here).Bytes;
  size_t Runs = 0;
  while (analysed(Here, Bytes).Used == 3 && Runs != 100) {
    Bytes = analysed(There, Bytes).Bytes;
    ++Runs;
  }
  EXPECT_EQ(Runs, 8u);
}

TEST(StoredResults, TheSameIsWrittenAgain) {
  Texts All{Alone, Get, User, Recursion, leaf("a")};
  Solved First = analysed(All), Second = analysed(All, First.Bytes);
  EXPECT_EQ(First.Bytes, Second.Bytes);
  EXPECT_FALSE(First.Bytes.empty());
}

TEST(StoredResults, EachPathIsFollowedOnce) {
  // Whether the order is on a path of its own is kept as well.
  Texts All{Get, User};
  std::string Bytes;
  auto Ask = [&](llvm::StringRef Before) {
    TextProgram T(All);
    StoredResults Known(llvm::MemoryBuffer::getMemBufferCopy(Before));
    auto Facts = analyze(T.P, TextProgram::model(), {}, nullptr, &Known);
    size_t Components = Known.used();
    OrderRefinement Refinement(T.P, TextProgram::model(), *Facts, &Known);
    EXPECT_EQ(Facts->Orders.size(), 1u);
    EXPECT_EQ(Refinement.ask(0), OrderRefinement::Answer::Confirmed);
    Bytes = Known.takeBytes();
    return Known.used() - Components;
  };
  EXPECT_EQ(Ask(""), 0u);
  EXPECT_EQ(Ask(Bytes), 1u);
}

} // namespace
