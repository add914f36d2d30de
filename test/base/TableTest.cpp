//===- TableTest.cpp - Values are numbered as they come -------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/Id.h"
#include <gtest/gtest.h>
#include <string>

using namespace lockorder;

namespace {

using Names = Table<struct NamesTag, std::string>;
using NameNumber = Id<struct NamesTag>;

TEST(Table, EqualValuesHaveOneIdInOrderOfFirstUse) {
  Names T;
  EXPECT_EQ(T.intern("mutex").raw(), 0u);
  EXPECT_EQ(T.intern("spinlock").raw(), 1u);
  EXPECT_EQ(T.intern("mutex").raw(), 0u);
  EXPECT_EQ(T.size(), 2u);
  EXPECT_EQ(T[NameNumber(1)], "spinlock");
}

TEST(Table, WhatIsNotThereIsNotFound) {
  Names T;
  EXPECT_FALSE(T.find("mutex")) << "in an empty table";
  T.intern("mutex");
  EXPECT_TRUE(T.find("mutex"));
  EXPECT_FALSE(T.find("spinlock"));
  EXPECT_EQ(T.size(), 1u) << "to ask adds nothing";
}

TEST(Table, ManyValuesKeepTheirIdsWhileItGrows) {
  Names T;
  constexpr uint32_t Count = 10000;
  for (uint32_t I = 0; I != Count; ++I)
    ASSERT_EQ(T.intern("lock" + std::to_string(I)).raw(), I);
  for (uint32_t I = 0; I != Count; ++I) {
    ASSERT_EQ(T.find("lock" + std::to_string(I)).raw(), I);
    ASSERT_EQ(T[NameNumber(I)], "lock" + std::to_string(I));
  }
}

TEST(Table, ACopyIsATableOfItsOwn) {
  Names T;
  T.intern("mutex");
  Names Copy = T;
  Copy.intern("spinlock");
  EXPECT_FALSE(T.find("spinlock"));
  EXPECT_EQ(Copy.find("mutex").raw(), 0u);
}

TEST(OrderedId, ItsBitsAreAllOfIt) {
  using ClassNumber = OrderedId<struct ClassNumberTag>;
  ClassNumber I(12345, 0xfedcba9876543210);
  EXPECT_EQ(ClassNumber::ofBits(I.bits()), I);
  EXPECT_EQ(ClassNumber::ofBits(I.bits()).index(), 12345u);
}

} // namespace
