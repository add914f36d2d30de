//===- SpreadSetsTest.cpp - What places hold that are copied to each other -===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/SpreadSets.h"
#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace lockorder;

namespace {

std::set<uint32_t> held(const SpreadSets &S, SpreadSets::Place Where) {
  std::set<uint32_t> Out;
  for (FunctionId F : S.heldBy(Where))
    Out.insert(F.index());
  return Out;
}

using Numbers = std::set<uint32_t>;

TEST(SpreadSets, AChainHandsOnAndARingShares) {
  SpreadSets S;
  S.hold(0, FunctionId(7));
  S.copy(0, 1);
  S.copy(1, 2);
  S.copy(2, 1);
  S.hold(2, FunctionId(5));
  S.copy(2, 3);
  S.spread();
  EXPECT_EQ(held(S, 0), Numbers{7});
  EXPECT_EQ(held(S, 1), (Numbers{5, 7}));
  EXPECT_EQ(held(S, 2), (Numbers{5, 7}));
  EXPECT_EQ(held(S, 3), (Numbers{5, 7}));
  EXPECT_EQ(S.heldBy(1).data(), S.heldBy(3).data()) << "one set, kept once";
  EXPECT_EQ(held(S, 4), Numbers{});
}

TEST(SpreadSets, WhatIsSaidLaterCountsInTheNextRound) {
  SpreadSets S;
  S.copy(1, 2);
  S.spread();
  EXPECT_EQ(held(S, 2), Numbers{});
  S.hold(1, FunctionId(3));
  S.spread();
  EXPECT_EQ(held(S, 2), Numbers{3});
}

/// What a worklist finds, over random copies.
TEST(SpreadSets, AsAWorklistHasIt) {
  std::mt19937 Random(1);
  for (int Trial = 0; Trial != 200; ++Trial) {
    SpreadSets S;
    std::set<std::pair<uint32_t, uint32_t>> Copies;
    std::vector<Numbers> Want(20);
    for (uint32_t I = 0; I != 8; ++I) {
      uint32_t Where = Random() % 20;
      S.hold(Where, FunctionId(I));
      Want[Where].insert(I);
    }
    for (int I = 0; I != 30; ++I) {
      uint32_t From = Random() % 20, To = Random() % 20;
      S.copy(From, To);
      Copies.insert({From, To});
    }
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (auto [From, To] : Copies)
        for (uint32_t F : Numbers(Want[From]))
          Changed |= Want[To].insert(F).second;
    }
    S.spread();
    for (uint32_t Where = 0; Where != 20; ++Where)
      EXPECT_EQ(held(S, Where), Want[Where]) << "trial " << Trial << ", place " << Where;
  }
}

} // namespace
