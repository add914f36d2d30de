//===- CodeHashTest.cpp - Is this function's code what it was? ------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/CodeHash.h"
#include "lockir/Text.h"
#include <gtest/gtest.h>
#include <set>

using namespace lockorder;

namespace {

/// Of f().
CodeHash codeOf(const std::string &Body, const std::string &Before = "") {
  llvm::Expected<TranslationUnit> Unit = parse("unit object \"/k/a.o\" source \"/k/a.c\" " +
                                               Before + " function f(v0 o: ops, v1) " + Body);
  if (!Unit) {
    ADD_FAILURE() << llvm::toString(Unit.takeError());
    return {};
  }
  EXPECT_EQ(Unit->Code.size(), Unit->Functions.size());
  return Unit->Code.back();
}

CodeHash calls(const std::string &First, const std::string &Second) {
  return codeOf("at 2:1 { call $g(v1) at " + First + " call $h(v1) at " + Second + " return }");
}

TEST(CodeHash, NotOnWhichLinesButInWhichOrder) {
  EXPECT_EQ(calls("3:2", "5:2"), calls("13:2", "13:4"));
  EXPECT_NE(calls("3:2", "5:2"), calls("5:2", "3:2"));
  EXPECT_NE(calls("3:2", "5:2"), calls("3:2", "3:2"));
  EXPECT_NE(calls("3:2", "5:2"), calls("1:2", "5:2")); // before the function's own place
  EXPECT_TRUE(calls("3:2", "5:2").OneFile);
}

/// Which of two files comes first is not known in a unit.
TEST(CodeHash, OfSeveralFilesOnlyThatThereAreSome) {
  CodeHash Code = calls("3:2", "\"/k/b.h\":1:1");
  EXPECT_FALSE(Code.OneFile);
  EXPECT_EQ(Code, calls("\"/k/b.h\":7:1", "3:2"));
}

TEST(CodeHash, NotWhichSymbolsAndMembersItNames) {
  EXPECT_EQ(codeOf("{ call $g(v0->{ops.first}) return }"),
            codeOf("{ call $h(v0->{ops.second}) return }"));
  EXPECT_EQ(codeOf("{ call $g(v0->{ops.first}) return }"),
            codeOf("{ call $g(v0->{ops.first}) return }",
                   "function e(v0 x: other) { call $d(v0->{other.last}) return }"));
}

/// Of a static function of a header, as the unit has it that includes it.
CodeHash headerCode(const std::string &Body, const std::string &Unit = "a",
                    const std::string &Before = "") {
  llvm::Expected<TranslationUnit> Parsed =
      parse("unit object \"/k/" + Unit + ".o\" source \"/k/" + Unit + ".c\" " + Before +
            " function static f@\"/k/h.h\"(v0 o: ops) inline at \"/k/h.h\":2:1 " + Body);
  if (!Parsed) {
    ADD_FAILURE() << llvm::toString(Parsed.takeError());
    return {};
  }
  return Parsed->Code.back();
}

TEST(CodeHash, HeaderFunctionsHaveARestOfMembersAndPlaces) {
  auto With = [](const std::string &Member, const std::string &Line) {
    return "{ call $g(v0->{" + Member + "}) at \"/k/h.h\":" + Line + ":3 return }";
  };
  CodeHash Code = headerCode(With("ops.first", "3"));
  EXPECT_NE(Code.Rest, 0u);
  for (const std::string &Other :
       {With("ops.second", "3"), With("other.first", "3"), With("ops.first", "4")}) {
    EXPECT_EQ(headerCode(Other).Says, Code.Says) << Other;
    EXPECT_NE(headerCode(Other).Rest, Code.Rest) << Other;
  }
  EXPECT_EQ(headerCode("{ call $h(v0->{ops.first}) at \"/k/h.h\":3:3 return }"), Code)
      << "which function it calls, its unit does not know";
}

TEST(CodeHash, TheRestIsTheSameInAllUnitsThatIncludeTheHeader) {
  const std::string Body = "{ call $g(v0->{ops.first}) at \"/k/h.h\":3:3 return }";
  EXPECT_EQ(headerCode(Body), headerCode(Body, "b",
                                         "function e(v0 x: other) { api mutex_lock { acquire "
                                         "v0->{other.last} mutex } at \"/k/c.h\":1:1 return }"));
}

TEST(CodeHash, OtherFunctionsNeedNoRest) {
  EXPECT_EQ(codeOf("{ call $g(v0->{ops.first}) return }").Rest, 0u);
}

TEST(CodeHash, EverythingElse) {
  std::vector<std::string> Bodies{
      "{ return }",
      "{ return 0 }",
      "{ return 1 }",
      "{ return v1 }",
      "{ return v0 }",
      "{ call $g() return }",
      "{ call @g() return }",
      "{ call $g(0) return }",
      "{ call $g(0, 0) return }",
      "{ v2 = call $g() return }",
      "{ set v1 = 0 return }",
      "{ set v0 = 0 return }",
      "{ branch v1 true a false b a: return b: return }",
      "{ branch v1 true b false a a: return b: return }",
      "{ api mutex_lock { acquire @a mutex } return }",
      "{ api mutex_lock_io { acquire @a mutex } return }",
      "{ api mutex_lock { release @a mutex } return }",
      "{ api mutex_lock { acquire @a spinlock } return }",
      "{ api mutex_lock { acquire @a mutex; release @a mutex } return }"};
  std::set<uint64_t> Seen;
  for (const std::string &Body : Bodies)
    EXPECT_TRUE(Seen.insert(codeOf(Body).Says).second) << Body;
}

} // namespace
