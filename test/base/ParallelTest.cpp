//===- ParallelTest.cpp - Each one's turn comes once ----------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Parallel.h"
#include <gtest/gtest.h>
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

} // namespace
