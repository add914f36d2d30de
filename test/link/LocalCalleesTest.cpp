//===- LocalCalleesTest.cpp - Calls through a local variable --------------===//
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

TEST(LocalCallees, AMemberThatWasReadFirst) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
                              set v2 = v0->{ops.first} call v2() return })")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(LocalCallees, OneOfSeveralAndAPathKnowsWhich) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
      branch v1 true first false second
    first:  set v2 = $take_b goto known
    second: set v2 = $take_b goto known
    known:  set v3 = v2 call v3() set v3 = $take_c return })")});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
  EXPECT_EQ(boost::out_degree(size_t(T.find("chosen").index()), T.P.Calls), 2u);
}

TEST(LocalCallees, WhatACallReturnsIsNotKnown) {
  TextProgram T({program(R"(function chosen(v0 o: ops, v1) {
                              v2 = call $lookup() call v2() return })")});
  const Function &F = T.P.function(T.find("chosen"));
  EXPECT_EQ(T.P.targets(F, std::get<CallEvent>(F.Blocks[0].Events[1])).How,
            Targets::State::Unresolved);
}

} // namespace
