//===- ProgramTest.cpp - What can be asked of a linked program -------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"

using namespace lockorder;

namespace {

using Strings = std::set<std::string>;

/// map() is copied for the function that is passed to it.
const char *Text = R"(unit object "/k/a.o" source "/k/a.c"
  function take() { api mutex_lock { acquire @a mutex } return }
  function give() { api mutex_unlock { release @a mutex } call $take() return }
  function map(v0) { api down_read { acquire @b rwsem shared } call v0() return }
  function user() { call $map($take) call $nowhere() call $nowhere() return }
  function alone() { call $nowhere() return })";

Strings callers(const TextProgram &T, std::initializer_list<llvm::StringRef> Of) {
  Strings Out;
  for (FunctionId F : T.P.callersOf(Of))
    EXPECT_TRUE(Out.insert(T.P.nameOf(F).str()).second) << "each once";
  return Out;
}

Strings effects(const TextProgram &T, std::initializer_list<EffectKind> Kinds) {
  Strings Out;
  T.P.forEachEffect(Kinds, [&](FunctionId F, const ApiEvent &Api, const Effect &What) {
    EXPECT_TRUE(llvm::is_contained(Kinds, What.Kind));
    Out.insert(T.P.nameOf(F).str() + ": " + T.P.Names[Api.Api]);
  });
  return Out;
}

TEST(Program, CallersOfAFunctionWithABodyAndOfOneWithout) {
  TextProgram T({Text});
  EXPECT_EQ(callers(T, {"take"}), (Strings{"give", "map"}));
  EXPECT_EQ(callers(T, {"nowhere"}), (Strings{"alone", "user"}));
  EXPECT_EQ(callers(T, {"nowhere", "take"}), (Strings{"alone", "give", "map", "user"}));
  EXPECT_EQ(callers(T, {"user", "nobody"}), Strings());
}

TEST(Program, EffectsOfSomeKinds) {
  TextProgram T({Text});
  EXPECT_EQ(effects(T, {EffectKind::Acquire}), (Strings{"take: mutex_lock", "map: down_read"}));
  EXPECT_EQ(effects(T, {EffectKind::Acquire, EffectKind::Release}),
            (Strings{"take: mutex_lock", "map: down_read", "give: mutex_unlock"}));
  EXPECT_EQ(effects(T, {EffectKind::Start}), Strings());
}

TEST(Program, NothingIsLeftOfWhatIsNotReached) {
  TextProgram T({Text});
  T.P.keepReachable({T.find("give")});
  EXPECT_EQ(effects(T, {EffectKind::Acquire, EffectKind::Release}),
            (Strings{"take: mutex_lock", "give: mutex_unlock"}));
  EXPECT_EQ(callers(T, {"take"}), Strings{"give"});
}

} // namespace
