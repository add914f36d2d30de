//===- FindingTest.cpp - Findings as they are reported ---------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Finding.h"
#include <gtest/gtest.h>

using namespace lockorder;

namespace {

Finding at(uint32_t Line, const char *Check) {
  Finding F;
  F.Check = Check;
  F.Where = {"/k/a.c", Line, 2};
  F.Witnesses.push_back({"path", {{StepEvent::Wants, "a", "f", {"/k/a.c", Line, 2}}}});
  return F;
}

TEST(Findings, ByPlaceThenByCheck) {
  std::vector<Finding> All{at(7, "double-lock"), at(3, "lock-order"), at(3, "double-lock")};
  putInOrder(All);
  EXPECT_EQ(All, (std::vector{at(3, "double-lock"), at(3, "lock-order"), at(7, "double-lock")}));
}

/// Two acquisitions of a callee may have one place and one way to it, under other conditions.
TEST(Findings, EqualOnesAreReportedOnce) {
  Finding Other = at(3, "double-lock");
  Other.Witnesses.back().Steps.back().Function = "g";
  std::vector<Finding> All{at(3, "double-lock"), Other, at(3, "double-lock")};
  putInOrder(All);
  ASSERT_EQ(All.size(), 2u);
  EXPECT_NE(All[0], All[1]) << "another way is another finding";
}

} // namespace
