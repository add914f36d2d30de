//===- SiteNumbersTest.cpp - The places in some functions' code, in order -===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/SiteNumbers.h"
#include "flow/Programs.h"

using namespace lockorder;

namespace {

using Numbers = std::vector<uint64_t>;

/// f() calls g() at these places, in this order.
std::string unit(std::vector<std::string> Calls) {
  std::string Text = "unit object \"/k/a.o\" source \"/k/a.c\" function f() at 2:1 {";
  for (const std::string &Where : Calls)
    Text += " call $g() at " + Where;
  return Text + " return } function h() at 1:1 { call $g() at 9:9 return }";
}

TEST(SiteNumbers, APlaceHasOneNumberAlsoIfTheTextComesBackToIt) {
  TextProgram T({unit({"5:2", "3:2", "5:2", "5:1"})});
  FunctionId F = T.find("f");
  SiteNumbers Sites(T.P, F);
  ASSERT_EQ(Sites.inText(), (Numbers{1, 4, 2, 4, 3, 0})); // a return without a place
  const std::vector<Event> &Events = T.P.function(F).Blocks[0].Events;
  for (auto [E, Number] : llvm::zip(Events, Numbers{4, 2, 4, 3, 0})) {
    Site Where = std::visit([](const auto &Each) { return Each.Where; }, E), Found;
    EXPECT_TRUE(Sites.find(Number, Found));
    EXPECT_EQ(Found, Where);
  }
}

TEST(SiteNumbers, FunctionsOfOneComponentAreCountedTogether) {
  TextProgram T({unit({"3:2"})});
  SiteNumbers Sites(T.P, {T.find("f"), T.find("h")});
  EXPECT_EQ(Sites.inText(), (Numbers{2, 3, 0, 1, 4, 0}));
}

TEST(SiteNumbers, OtherPlacesAreNone) {
  TextProgram T({unit({"3:2"})});
  SiteNumbers Sites(T.P, T.find("f"));
  Site Found;
  EXPECT_EQ(Sites.of(T.P.function(T.find("h")).Where), std::nullopt);
  EXPECT_FALSE(Sites.find(4, Found));
}

} // namespace
