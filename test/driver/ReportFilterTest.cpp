//===- ReportFilterTest.cpp - Findings that touch some files ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ReportFilter.h"
#include "gmock/gmock.h"

using namespace lockorder;
using testing::HasSubstr;

namespace {

const std::string Source = LOCKORDER_SOURCE_DIR;

/// An inversion that is reported in one file and whose other half lies in another.
Finding inversion() {
  Finding F;
  F.Where = {Source + "/lib/base/Error.h", 1, 1};
  F.Witnesses = {{"path 1", {{StepEvent::Holds, "a", "f", F.Where, ""}}},
                 {"path 2", {{StepEvent::Holds, "b", "g", {Source + "/tool/main.cpp", 1, 1}, ""}}}};
  return F;
}

ReportFilter filter(std::vector<std::string> Wanted) {
  return cantFail(ReportFilter::make(Wanted, {Source}));
}

TEST(ReportFilter, WithoutWishesEverythingConcernsTheUser) {
  EXPECT_TRUE(filter({}).concerns(inversion()));
}

TEST(ReportFilter, TheOtherHalfOfADeadlockConcernsTheUserAsWell) {
  EXPECT_TRUE(filter({"lib/base/Error.h"}).concerns(inversion()));
  EXPECT_TRUE(filter({"tool/main.cpp"}).concerns(inversion()));
  EXPECT_FALSE(filter({"tool/Options.cpp"}).concerns(inversion()));
}

TEST(ReportFilter, AFolderIsAllThatLiesInIt) {
  EXPECT_TRUE(filter({"tool"}).concerns(inversion()));
  EXPECT_TRUE(filter({"test", "lib/"}).concerns(inversion()));
  EXPECT_FALSE(filter({"lib/base/Location.h"}).concerns(inversion()));
}

TEST(ReportFilter, ANameThatIsNowhereIsAnErrorThatSaysSo) {
  llvm::Expected<ReportFilter> None = ReportFilter::make({"tool/mian.cpp"}, {Source});
  ASSERT_FALSE(bool(None));
  EXPECT_THAT(llvm::toString(None.takeError()), HasSubstr("--report=tool/mian.cpp: no such file"));
}

} // namespace
