//===- StableIdsTest.cpp - What ids name, in another process --------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/StableIds.h"
#include "flow/Programs.h"

using namespace lockorder;

namespace {

uint64_t codeOf(const TextProgram &T, llvm::StringRef Function) {
  return T.P.Stable.codeOf(T.find(Function));
}

std::string unit(const std::string &Body) {
  return "unit object \"/k/a.o\" source \"/k/a.c\" function f(v0 o: ops) { " + Body + " return }";
}

uint64_t codeOf(const std::string &Body) { return codeOf(TextProgram({unit(Body)}), "f"); }

TEST(StableIds, CodeIsTheSameWhateverElseIsLinked) {
  std::string Before = "unit object \"/k/0.o\" source \"/k/0.c\" function e(v0 x: other) { "
                       "call $d(v0->{other.member}) call @variable() return }";
  std::string F = unit("call $g(v0->{ops.first})");
  EXPECT_EQ(codeOf(TextProgram({F}), "f"), codeOf(TextProgram({Before, F}), "f"));
}

TEST(StableIds, CodeSaysWhatItNames) {
  std::set<uint64_t> All{codeOf("call $g(v0->{ops.first})"),  codeOf("call $h(v0->{ops.first})"),
                         codeOf("call $g(v0->{ops.second})"), codeOf("call $g(v0->{ops2.first})"),
                         codeOf("call $g(@first)"),           codeOf("call $g(@second)")};
  EXPECT_EQ(All.size(), 6u);
}

/// Copies of map(), one for each function that is passed to it, are told apart.
TEST(StableIds, CopiesHaveTheirOwnCode) {
  const char *Take = "{ api mutex_lock { acquire @a mutex } api mutex_unlock { release @a mutex } "
                     "return }";
  auto Program = [&](const char *Passed, const char *Other) {
    return TextProgram({std::string("unit object \"/k/a.o\" source \"/k/a.c\" function map(v0) { "
                                    "call v0() return } function one() ") +
                        Take + " function two() " + Take + " function user() { call $map($" +
                        Passed + ") return } function other() { call $map($" + Other +
                        ") return }"});
  };
  auto CodesOfMap = [](const TextProgram &T) {
    std::set<uint64_t> Codes;
    for (uint32_t F = 0; F != T.P.Functions.size(); ++F)
      if (T.P.nameOf(FunctionId(F)) == "map" && !T.P.Functions[F].Blocks.empty())
        Codes.insert(T.P.Stable.codeOf(FunctionId(F)));
    return Codes;
  };
  EXPECT_EQ(CodesOfMap(Program("one", "two")).size(), 2u);
  EXPECT_EQ(CodesOfMap(Program("one", "one")).size(), 1u);
  TextProgram One = Program("one", "two"), Two = Program("two", "two");
  EXPECT_NE(codeOf(One, "user"), codeOf(Two, "user"));
  EXPECT_EQ(codeOf(One, "other"), codeOf(Two, "other"));
}

} // namespace
