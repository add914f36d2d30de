//===- PointerFlowTest.cpp - Calls through pointers -------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"

using namespace lockorder;

namespace {

using Strings = std::set<std::string>;

const char *Rest = R"(
    function take_b() { api mutex_lock { acquire @b mutex } api mutex_unlock { release @b mutex } return }
    function take_c() { api mutex_lock { acquire @c mutex } api mutex_unlock { release @c mutex } return }
    function under_a(v0 o: ops) { api mutex_lock { acquire @a mutex } call $chosen(v0, 0)
                                  api mutex_unlock { release @a mutex } return }
    pointer {ops.first} = $take_b in @table
    pointer {ops.second} = $take_c in @table)";

/// `chosen(o, n)` is called under a.
std::string program(std::string Chosen) {
  return "unit object \"/k/a.o\" source \"/k/a.c\" " + Chosen + Rest;
}

TEST(PointerFlow, AMemberThatWasReadFirst) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
                              set v2 = v0->{ops.first} call v2() return })")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(PointerFlow, OneOfSeveralAndAPathKnowsWhich) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
      branch v1 true first false second
    first:  set v2 = $take_b goto known
    second: set v2 = $take_b goto known
    known:  set v3 = v2 call v3() set v3 = $take_c return })")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
  EXPECT_EQ(boost::out_degree(size_t(T.find("chosen").index()), T.P.Calls), 2u);
}

TEST(PointerFlow, WhatACallReturnsIsNotKnown) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
                              v2 = call $lookup() call v2() return })")});
  const Function &F = T.P.function(T.find("chosen"));
  EXPECT_EQ(T.P.targets(F, std::get<CallEvent>(F.Blocks[0].Events[1])).How,
            Targets::State::Unresolved);
}

TEST(PointerFlow, AMemberHoldsWhatAParameterHolds) {
  TextProgram T({program(R"(
      function chosen(v0 o: ops, v1) { call v0->{dev.release}() return }
      function give(v0 d: dev, v1) { set v0->{dev.release} = v1 return }
      function first(v0 d: dev, v1 o: ops) { call $give(v0, v1->{ops.first}) return })")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(PointerFlow, WhatAFunctionReturnsOrAGlobalHolds) {
  TextProgram T({program(R"(
      function lookup(v0 o: ops) { return v0->{ops.first} }
      function chosen(v0 o: ops, v1) { set @current = $lookup
                                       v2 = call $lookup(v0) call v2()
                                       call @idle() return }
      pointer = $take_c in @idle)")});
  EXPECT_EQ(T.orders(), (Strings{"a -> b", "a -> c"}));
}

TEST(PointerFlow, WhatAGlobalHoldsKeepsItsBodyBesideItsCopies) {
  TextProgram T({program(R"(
      function walk(v0 f) { call $take_c() call v0() return }
      function copied() { call $walk($take_b) return }
      function chosen(v0 o: ops, v1) { call @walker(0) return }
      pointer = $walk in @walker)")});
  EXPECT_EQ(T.orders(), Strings{"a -> c"});
}

TEST(PointerFlow, WhatIsPassedThroughAPointer) {
  TextProgram T({program(R"(
      function walk(v0 f) { call v0() return }
      function chosen(v0 o: ops, v1) { call v0->{ops.walk}($take_b) return }
      pointer {ops.walk} = $walk in @table)")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(PointerFlow, WherePlacesHoldSeveralTypesTheCallChoosesByItsOwn) {
  TextProgram T({program(R"(
      function int_b() type 7 { call $take_b() return }
      function long_c() type 8 { call $take_c() return }
      function chosen(v0 o: ops, v1) { call v0->{probe.func}() type 8 return }
      pointer {probe.func} = $int_b in @one
      pointer {probe.func} = $long_c in @two)")});
  EXPECT_EQ(T.orders(), Strings{"a -> c"});
}

TEST(PointerFlow, OfOneTypeThatIsNotTheCallsAllAreReached) {
  TextProgram T({program(R"(
      function int_b() type 7 { call $take_b() return }
      function chosen(v0 o: ops, v1) { call v0->{probe.func}() type 8 return }
      pointer {probe.func} = $int_b in @one)")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(PointerFlow, ALocalThatIsWrittenThroughAPointerIsNotKnown) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
      set v2 = $take_b call $fill(&v2) call v2() return })")});
  const Function &F = T.P.function(T.find("chosen"));
  EXPECT_EQ(T.P.targets(F, std::get<CallEvent>(F.Blocks[0].Events[2])).How,
            Targets::State::Unresolved);
}

TEST(PointerFlow, AGlobalThatAUnitDefinesAndNobodySetsIsNeverAssigned) {
  TextProgram T({"unit object \"/k/a.o\" source \"/k/a.c\"\n"
                 "tables { object static mine }\n"
                 "function f() { call @mine() call @elsewhere() return }"});
  const Function &F = T.P.function(T.find("f"));
  auto How = [&](size_t Event) {
    return T.P.targets(F, std::get<CallEvent>(F.Blocks[0].Events[Event])).How;
  };
  EXPECT_EQ(How(0), Targets::State::NeverAssigned);
  EXPECT_EQ(How(1), Targets::State::Unresolved);
}

/// A variable that everything passes through brings a system call into a socket's callback.
TEST(PointerFlow, AMemberHoldsOnlyWhatItIsCalledAs) {
  TextProgram T({R"(unit object "/k/a.o" source "/k/a.c"
      function ready(v0) type 7 { return }
      function also(v0) type 7 { return }
      function sys_msgget(v0) type 8 { return }
      function notify(v0 s: sock) { call v0->{sock.sk_data_ready}(v0) type 7 return }
      function pass(v0) { set @passed = v0 return }
      function hook(v0 s: sock) { call $pass($sys_msgget) call $pass($also)
                                  set v0->{sock.sk_data_ready} = @passed
                                  set v0->{sock.sk_data_ready} = $ready return })"});
  ASSERT_EQ(T.P.PointerTargets.size(), 1u);
  Strings Held;
  for (FunctionId F : T.P.PointerTargets.begin()->second)
    Held.insert(T.P.nameOf(F).str());
  EXPECT_EQ(Held, (Strings{"also", "ready"}));
}

} // namespace
