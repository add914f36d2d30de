//===- ParallelTest.cpp - Each one's turn comes once ----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Parallel.h"
#include <gtest/gtest.h>
#include <memory>
#include <numeric>
#include <vector>

using namespace lockorder;

namespace {

TEST(Parallel, EachOnesTurnComesOnce) {
  for (unsigned Threads : {1u, 2u, 5u})
    for (size_t Count : {0u, 1u, 7u, 1000u})
      for (size_t Together : {1u, 64u}) {
        std::vector<int> Turns(Count);
        inParallel(Count, Threads, [&](size_t I) { ++Turns[I]; }, Together);
        EXPECT_EQ(Turns, std::vector<int>(Count, 1)) << Threads << " threads, " << Together;
      }
}

TEST(Parallel, WithOneThreadTheyComeInOrder) {
  std::vector<size_t> Came;
  inParallel(5, 1, [&](size_t I) { Came.push_back(I); });
  EXPECT_EQ(Came, (std::vector<size_t>{0, 1, 2, 3, 4}));
}

TEST(MakeAhead, EachIsUsedInOrderWhoeverMakesIt) {
  for (unsigned Threads : {1, 2, 8})
    for (size_t Ahead : {size_t(1), size_t(3), size_t(100)}) {
      std::vector<size_t> Made, Used;
      makeAhead(
          20, Threads,
          [&](size_t I) {
            Made.push_back(I);
            return std::make_unique<size_t>(I * I);
          },
          [&](size_t I, std::unique_ptr<size_t> Of) {
            EXPECT_EQ(*Of, I * I);
            Used.push_back(I);
          },
          Ahead);
      std::vector<size_t> All(20);
      std::iota(All.begin(), All.end(), size_t(0));
      EXPECT_EQ(Made, All) << Threads << " " << Ahead;
      EXPECT_EQ(Used, All) << Threads << " " << Ahead;
    }
}

TEST(MakeAhead, NotMoreAreMadeThanAreWanted) {
  constexpr size_t Ahead = 3;
  std::atomic<size_t> Made = 0;
  makeAhead(
      50, 2, [&](size_t) { return Made.fetch_add(1); },
      [&](size_t I, size_t) {
        // One is used, one is made and waits for its place.
        EXPECT_LE(Made, I + 1 + Ahead + 1);
      },
      Ahead);
  EXPECT_EQ(Made, 50u);
}

} // namespace
