//===- SpecializeTest.cpp - Functions that are passed ---------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Programs.h"
#include "link/Owners.h"

using namespace lockorder;

namespace {

using Strings = std::set<std::string>;

const char *Locks = R"(
    function take_b() { api mutex_lock { acquire @b mutex } api mutex_unlock { release @b mutex } return }
    function take_c() { api mutex_lock { acquire @c mutex } api mutex_unlock { release @c mutex } return })";

TEST(Specialize, EachCallerMeetsTheFunctionThatItPassed) {
  TextProgram T({std::string(R"(
    function each(v0) { call v0() return }
    function with_a() { api mutex_lock { acquire @a mutex } call $each($take_b)
                        api mutex_unlock { release @a mutex } return }
    function with_d() { api mutex_lock { acquire @d mutex } call $each($take_c)
                        api mutex_unlock { release @d mutex } return })") +
                 Locks});
  EXPECT_EQ(T.orders(), (Strings{"a -> b", "d -> c"}));
}

TEST(Specialize, WhatIsPassedOnIsFollowed) {
  TextProgram T({std::string(R"(
    function inner(v0 data, v1) { call v1() return }
    function outer(v0) { call $inner(0, v0) return }
    function user() { api mutex_lock { acquire @a mutex } call $outer($take_b)
                      api mutex_unlock { release @a mutex } return })") +
                 Locks});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(Specialize, TwoFunctionsAreTwoNames) {
  TextProgram T({std::string(R"(
    function both(v0, v1) { call v0() call v1() return }
    function user() { api mutex_lock { acquire @a mutex } call $both($take_b, $take_c)
                      api mutex_unlock { release @a mutex } return })") +
                 Locks});
  EXPECT_EQ(T.orders(), (Strings{"a -> b", "a -> c"}));
}

TEST(Specialize, AParameterThatIsAssignedIsNoName) {
  TextProgram T({std::string(R"(
    function each(v0) { set v0 = 0 call v0() return }
    function user() { api mutex_lock { acquire @a mutex } call $each($take_b)
                      api mutex_unlock { release @a mutex } return })") +
                 Locks});
  EXPECT_EQ(T.orders(), Strings{});
}

TEST(Specialize, ARecursionThatPassesItselfOnEnds) {
  TextProgram T({std::string(R"(
    function again(v0) { call $again(v0) call v0() return }
    function user() { api mutex_lock { acquire @a mutex } call $again($take_b)
                      api mutex_unlock { release @a mutex } return })") +
                 Locks});
  EXPECT_EQ(T.orders(), Strings{"a -> b"});
}

TEST(Specialize, WhatOnlyCopiesAreCalledOfIsGone) {
  TextProgram T({std::string(R"(
    function each(v0) { call v0() return }
    function user() { call $each($take_b) return })") +
                 Locks});
  unsigned Bodies = 0;
  for (const Function &F : T.P.Functions)
    Bodies += T.P.symbol(F.Name).Name.Name == "each" && !F.Blocks.empty();
  EXPECT_EQ(Bodies, 1u);
}

TEST(Owners, AreFoldersOfDriversAndFileSystems) {
  auto Of = [](const char *File) { return ownerOf(File, "/k").str(); };
  EXPECT_EQ(Of("/k/fs/ext4/inode.c"), "fs/ext4");
  EXPECT_EQ(Of("/k/fs/namei.c"), "");
  EXPECT_EQ(Of("/k/drivers/net/ethernet/amd/pcnet32.c"), "drivers/net/ethernet/amd");
  EXPECT_EQ(Of("/k/drivers/gpu/drm/amd/display/dc/dc.c"), "drivers/gpu/drm/amd");
  EXPECT_EQ(Of("/k/drivers/gpu/drm/drm_file.c"), "");
  EXPECT_EQ(Of("/k/drivers/base/core.c"), "");
  EXPECT_EQ(Of("/k/kernel/fork.c"), "");
  EXPECT_EQ(Of("/k/net/core/dev.c"), "");
  EXPECT_EQ(Of("/k/net/tipc/crypto.c"), "net/tipc");
  EXPECT_EQ(Of("/k/include/linux/fs.h"), "");
  EXPECT_EQ(Of("/home/me/module/main.c"), "/home/me/module");
}

} // namespace
